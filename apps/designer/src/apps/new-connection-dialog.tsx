import { createConnection } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import { inputProblems } from "../server/input-problems.ts";
import { connectionsQuery } from "../server/queries.ts";
import { useSubmit } from "../server/use-submit.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions, FormError } from "../ui/form.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { AdvancedFields } from "./advanced-fields.tsx";
import { SecretField } from "./secret-field.tsx";

type NewConnectionDialogProps = { readonly isOpen: boolean; readonly onClose: () => void };

/** Makes a connection, and opens it: there is the webhook that WhatsApp must be given next. */
export function NewConnectionDialog({ isOpen, onClose }: NewConnectionDialogProps) {
  const { connection: t } = useAreaTexts().apps;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.new}>
      {isOpen ? <NewConnection onClose={onClose} /> : null}
    </Dialog>
  );
}

const blank = { name: "", accessToken: "", appSecret: "", businessAccountId: "", baseUrl: "", version: "" };

type Name = keyof typeof blank;

function NewConnection({ onClose }: Pick<NewConnectionDialogProps, "onClose">) {
  const { apps, shell } = useAreaTexts();
  const { connection: t } = apps;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [values, setValues] = useState(blank);
  const body = bodyOf(values);
  const { submit, problem, failure, isPending } = useSubmit({
    problems: inputProblems(createConnection.body, body),
    act: () => ask(createConnection, { body }),
    onDone: async ({ id, name }) => {
      await client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
      onClose();
      showToast(t.created(name));
      await navigate({ to: "/apps/connections/$connectionId", params: { connectionId: id } });
    },
  });
  const bind = (name: Name) => ({
    label: t[name],
    error: problem(name, t[name]),
    value: values[name],
    onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
  });
  return (
    <Form onSubmit={submit}>
      <TextField {...bind("name")} hint={t.nameHint} isRequired />
      <SecretField {...bind("accessToken")} hint={t.accessTokenHint} />
      <SecretField {...bind("appSecret")} hint={t.appSecretHint} />
      <TextField {...bind("businessAccountId")} hint={t.businessAccountIdHint} inputMode="numeric" />
      <AdvancedFields bind={bind} />
      {failure === undefined ? null : <FormError>{failure}</FormError>}
      <FormActions>
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button type="submit" kind="primary" disabled={isPending}>
          {t.create}
        </Button>
      </FormActions>
    </Form>
  );
}

/** What was typed; what was left empty is left to the server. */
function bodyOf({ name, accessToken, appSecret, businessAccountId, baseUrl, version }: typeof blank) {
  const optional = { businessAccountId, baseUrl, version };
  const given = Object.entries(optional).flatMap(([key, value]) => (value.trim() === "" ? [] : [[key, value.trim()]]));
  return {
    name: name.trim(),
    accessToken: accessToken.trim(),
    appSecret: appSecret.trim(),
    ...(Object.fromEntries(given) as Partial<typeof optional>),
  };
}

import { type ConnectionView, createApp } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import { inputProblems } from "../server/input-problems.ts";
import { appsQuery } from "../server/queries.ts";
import { useSubmit } from "../server/use-submit.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions, FormError } from "../ui/form.tsx";
import { TextField } from "../ui/text-field.tsx";
import { showToast } from "../ui/toast.tsx";
import { appName } from "./app-name.ts";
import { plusNumber, withNumber } from "./shown-number.ts";

type NewAppDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly connection: ConnectionView;
};

/** Makes an app of a number, and opens it. */
export function NewAppDialog({ isOpen, onClose, connection }: NewAppDialogProps) {
  const { app: t } = useAreaTexts().apps;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.newOf(connection.name || connection.id)}>
      {isOpen ? <NewApp onClose={onClose} connection={connection} /> : null}
    </Dialog>
  );
}

const blank = { name: "", phoneNumberId: "", displayPhoneNumber: "" };

function NewApp({ onClose, connection }: Omit<NewAppDialogProps, "isOpen">) {
  const { apps, shell } = useAreaTexts();
  const { app: t } = apps;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [values, setValues] = useState(blank);
  const body = { ...values, phoneNumberId: values.phoneNumberId.trim(), connectionId: connection.id };
  const { submit, problem, failure, isPending } = useSubmit({
    problems: withNumber(inputProblems(createApp.body, body), values.displayPhoneNumber, t.displayPhoneNumberProblem),
    act: () => ask(createApp, { body: { ...body, displayPhoneNumber: plusNumber(values.displayPhoneNumber) } }),
    onDone: async (app) => {
      await client.invalidateQueries({ queryKey: appsQuery.queryKey });
      onClose();
      showToast(t.created(appName(app)));
      await navigate({ to: "/apps/$appId", params: { appId: app.id } });
    },
  });
  const bind = (name: keyof typeof blank) => ({
    label: t[name],
    error: problem(name, t[name]),
    value: values[name],
    onChange: (value: string) => setValues((before) => ({ ...before, [name]: value })),
  });
  return (
    <Form onSubmit={submit}>
      <TextField {...bind("phoneNumberId")} hint={t.phoneNumberIdHint} isRequired inputMode="numeric" />
      <TextField {...bind("displayPhoneNumber")} hint={t.displayPhoneNumberHint} isRequired type="tel" />
      <TextField {...bind("name")} hint={t.nameHint} />
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

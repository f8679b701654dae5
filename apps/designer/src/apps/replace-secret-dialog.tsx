import { changeConnection } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
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
import { SecretField } from "./secret-field.tsx";

/** A secret that can be replaced. */
export type SecretName = "accessToken" | "appSecret" | "verifyToken";

type ReplaceSecretDialogProps = {
  readonly connectionId: string;
  /** The one to replace; closed without. */
  readonly secret: SecretName | undefined;
  readonly onClose: () => void;
};

/** Replaces a secret of a connection by another, without showing either. */
export function ReplaceSecretDialog({ connectionId, secret, onClose }: ReplaceSecretDialogProps) {
  const { connection: t } = useAreaTexts().apps;
  return (
    <Dialog
      isOpen={secret !== undefined}
      onClose={onClose}
      title={secret === undefined ? "" : t.replaceTitle(t.secretNames[secret])}
    >
      {secret === undefined ? null : <ReplaceSecret connectionId={connectionId} secret={secret} onClose={onClose} />}
    </Dialog>
  );
}

function ReplaceSecret(props: { readonly connectionId: string; readonly secret: SecretName; onClose: () => void }) {
  const { connectionId, secret, onClose } = props;
  const { apps, shell } = useAreaTexts();
  const { connection: t } = apps;
  const client = useQueryClient();
  const [value, setValue] = useState("");
  const name = t.secretNames[secret];
  const label = t.newSecret(name);
  const body = { [secret]: value.trim() };
  const { submit, problem, failure, isPending } = useSubmit({
    problems: inputProblems(changeConnection.body, body),
    act: () => ask(changeConnection, { params: { connectionId }, body }),
    onDone: async () => {
      await client.invalidateQueries({ queryKey: connectionsQuery.queryKey });
      onClose();
      showToast(t.replaced(name));
    },
  });
  const field = { label, hint: t.replaceHints[secret], error: problem(secret, label), value, onChange: setValue };
  return (
    <Form onSubmit={submit}>
      {/* The verify token is typed into WhatsApp's form by hand: it is no password. */}
      {secret === "verifyToken" ? <TextField {...field} isRequired /> : <SecretField {...field} />}
      {failure === undefined ? null : <FormError>{failure}</FormError>}
      <FormActions>
        <Button onClick={onClose}>{shell.cancel}</Button>
        <Button type="submit" kind="primary" disabled={isPending}>
          {shell.save}
        </Button>
      </FormActions>
    </Form>
  );
}

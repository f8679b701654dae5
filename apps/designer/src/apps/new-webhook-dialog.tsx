import { createInboundWebhook, type InboundWebhookView } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import { inputProblems } from "../server/input-problems.ts";
import { inboundWebhooksQuery } from "../server/queries.ts";
import { useSubmit } from "../server/use-submit.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Form, FormActions, FormError } from "../ui/form.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { ShownSecret } from "./webhook-secret-dialog.tsx";

type NewWebhookDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onSecret: (webhook: ShownSecret) => void;
};

const auths = ["key", "signature-sha256", "signature-sha512"] as const;

/** Makes an inbound webhook, whose secret is then shown once. */
export function NewWebhookDialog({ isOpen, onClose, onSecret }: NewWebhookDialogProps) {
  const { webhooks: t } = useAreaTexts().apps;
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t.new}>
      {isOpen ? <NewWebhook onClose={onClose} onSecret={onSecret} /> : null}
    </Dialog>
  );
}

function NewWebhook({ onClose, onSecret }: Omit<NewWebhookDialogProps, "isOpen">) {
  const { apps, shell } = useAreaTexts();
  const { webhooks: t } = apps;
  const client = useQueryClient();
  const [name, setName] = useState("");
  const [auth, setAuth] = useState<InboundWebhookView["auth"]>("key");
  const body = { name: name.trim(), auth };
  const { submit, problem, failure, isPending } = useSubmit({
    problems: inputProblems(createInboundWebhook.body, body),
    act: () => ask(createInboundWebhook, { body }),
    onDone: async (webhook) => {
      await client.invalidateQueries({ queryKey: inboundWebhooksQuery.queryKey });
      onClose();
      onSecret(webhook);
    },
  });
  return (
    <Form onSubmit={submit}>
      <TextField
        label={t.name}
        hint={t.nameHint}
        error={problem("name", t.name)}
        isRequired
        value={name}
        onChange={setName}
      />
      <Choice
        label={t.auth}
        options={auths.map((value) => ({ value, label: t.auths[value], about: t.authHints[value] }))}
        value={auth}
        onChange={setAuth}
      />
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

import { createInboundWebhook } from "@parley/api";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { ask } from "../../server/ask.ts";
import { inboundWebhooksQuery } from "../../server/queries.ts";
import { sentenceOf } from "../../server/server-error.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Button } from "../../ui/button.tsx";
import { Field, Select, TextInput } from "../../ui/field.tsx";
import styles from "../inspector.module.css";
import startStyles from "./start.module.css";
import type { NewSecret } from "./webhook-choice.tsx";

type NewWebhookProps = { readonly onClose: () => void; readonly onMade: (webhook: NewSecret) => void };

const auths = ["key", "signature-sha256", "signature-sha512"] as const;

/** Makes an endpoint where the flow is drawn. */
export function NewWebhook({ onClose, onMade }: NewWebhookProps) {
  const texts = useTexts();
  const { webhook: t } = texts.inspector;
  const client = useQueryClient();
  const [name, setName] = useState("");
  const form = useRef<HTMLFormElement>(null);
  // It stands where the button was that opened it.
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const [auth, setAuth] = useState<(typeof auths)[number]>("key");
  const making = useMutation({
    mutationFn: () => ask(createInboundWebhook, { body: { name: name.trim(), auth } }),
    onSuccess: async (webhook) => {
      onMade(webhook);
      await client.invalidateQueries({ queryKey: inboundWebhooksQuery.queryKey });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "" && !making.isPending) making.mutate();
  };
  return (
    <form ref={form} className={styles["row"]} aria-label={t.make} onSubmit={submit}>
      <Field label={t.name} isRequired>
        {(control) => (
          <TextInput {...control} value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
        )}
      </Field>
      <Field label={t.auth} hint={t.auths[auth]}>
        {(control) => (
          <Select
            {...control}
            value={auth}
            options={auths.map((value) => ({ value, label: t.authNames[value] }))}
            onChange={({ target }) => setAuth(auths.find((one) => one === target.value) ?? "key")}
          />
        )}
      </Field>
      {making.error === null ? null : <p role="alert">{sentenceOf(making.error, texts)}</p>}
      <div className={startStyles["actions"]}>
        <Button onClick={onClose}>{texts.shell.cancel}</Button>
        <Button kind="primary" type="submit" disabled={name.trim() === "" || making.isPending}>
          {t.makeNow}
        </Button>
      </div>
    </form>
  );
}

import { type InboundWebhookView, renewInboundWebhookSecret } from "@parley/api";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { listAt, textAt } from "../../nodes/in-words.ts";
import { ask } from "../../server/ask.ts";
import { inboundWebhooksQuery } from "../../server/queries.ts";
import { sentenceOf } from "../../server/server-error.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Button } from "../../ui/button.tsx";
import { CopyField } from "../../ui/copy-field.tsx";
import { Disclosure } from "../../ui/disclosure.tsx";
import { useNodeField } from "../bound-field.ts";
import { SelectControl } from "../controls.tsx";
import { CurlLine } from "../curl-line.tsx";
import { curlOf, webhookCall } from "../curl.ts";
import styles from "../inspector.module.css";
import { NewWebhook } from "./new-webhook.tsx";
import startStyles from "./start.module.css";

/** An endpoint with its secret, which is shown once. */
export type NewSecret = InboundWebhookView & { readonly secret: string };

/** Which endpoint begins conversations: one that is there, or a new one, whose secret is shown once. */
export function WebhookChoice({ nodeId }: { readonly nodeId: string }) {
  const texts = useTexts();
  const { webhook: t } = texts.inspector;
  const field = useNodeField(nodeId, ["config", "trigger", "webhookId"]);
  const { data: webhooks = [], error } = useQuery(inboundWebhooksQuery);
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<NewSecret | undefined>(undefined);
  const id = typeof field.value === "string" ? field.value : "";
  const known = webhooks.find((one) => one.id === id) ?? (made?.id === id ? made : undefined);
  const secret = made?.id === id ? made.secret : undefined;
  return (
    <>
      <SelectControl
        field={field}
        label={t.endpoint}
        isRequired
        options={[
          { value: "", label: t.choose },
          ...webhooks.map(({ id: value, name }) => ({ value, label: name })),
          ...(id === "" || webhooks.some((one) => one.id === id)
            ? []
            : [{ value: id, label: known?.name ?? t.gone(id) }]),
        ]}
      />
      {error === null ? null : <p role="alert">{sentenceOf(error, texts)}</p>}
      {isMaking ? (
        <NewWebhook
          onClose={() => setIsMaking(false)}
          onMade={(webhook) => {
            field.onBlur();
            field.set(webhook.id);
            field.onBlur();
            setMade(webhook);
            setIsMaking(false);
          }}
        />
      ) : null}
      {isMaking || field.isReadOnly ? null : (
        <Button className={styles["add"] ?? ""} onClick={() => setIsMaking(true)}>
          {t.make}
        </Button>
      )}
      {known === undefined ? null : (
        <>
          <CopyField label={t.url} value={`${location.origin}${known.path}`} hint={t.auths[known.auth]} />
          {known.auth === "key" ? <WebhookCall nodeId={nodeId} path={known.path} secret={secret} /> : null}
          {made?.id === known.id ? (
            <SecretOnce made={made} onDone={() => setMade(undefined)} />
          ) : field.isReadOnly ? null : (
            <Renewal webhook={known} onRenewed={setMade} />
          )}
        </>
      )}
    </>
  );
}

type WebhookCallProps = { readonly nodeId: string; readonly path: string; readonly secret: string | undefined };

function WebhookCall({ nodeId, path, secret }: WebhookCallProps) {
  const { start } = useTexts().inspector;
  const trigger = useNodeField(nodeId, ["config", "trigger"]);
  const fields = listAt(trigger.value ?? null, "fields").map((field) => textAt(field, "path"));
  const call = webhookCall({ origin: location.origin, path, secret, fields });
  return <Disclosure title={start.callWebhook}>{() => <CurlLine line={curlOf(call)} />}</Disclosure>;
}

function SecretOnce({ made, onDone }: { readonly made: NewSecret; readonly onDone: () => void }) {
  const { webhook: t } = useTexts().inspector;
  return (
    <div className={startStyles["secret"]} role="status">
      <CopyField label={t.secret} value={made.secret} hint={t.secretHint} />
      <Button className={styles["add"] ?? ""} onClick={onDone}>
        {t.kept}
      </Button>
    </div>
  );
}

type RenewalProps = { readonly webhook: InboundWebhookView; readonly onRenewed: (renewed: NewSecret) => void };

/** Who has lost the secret makes a new one, after saying so twice: callers with the old one are refused at once. */
function Renewal({ webhook, onRenewed }: RenewalProps) {
  const texts = useTexts();
  const { webhook: t } = texts.inspector;
  const [isSure, setIsSure] = useState(false);
  const renewing = useMutation({
    mutationFn: () => ask(renewInboundWebhookSecret, { params: { webhookId: webhook.id } }),
    onSuccess: onRenewed,
  });
  if (!isSure) {
    return (
      <Button kind="quiet" className={styles["add"] ?? ""} onClick={() => setIsSure(true)}>
        {t.renew}
      </Button>
    );
  }
  return (
    <div className={startStyles["secret"]} role="group" aria-label={t.renew}>
      <p>{t.renewSure}</p>
      {renewing.error === null ? null : <p role="alert">{sentenceOf(renewing.error, texts)}</p>}
      <div className={startStyles["actions"]}>
        <Button onClick={() => setIsSure(false)}>{texts.shell.cancel}</Button>
        <Button kind="danger" disabled={renewing.isPending} onClick={() => renewing.mutate()}>
          {t.renewNow}
        </Button>
      </div>
    </div>
  );
}

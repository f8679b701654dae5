import type { InboundWebhookView } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { inboundWebhooksQuery } from "../server/queries.ts";
import { sentenceOf } from "../server/server-error.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { CopyButton } from "../ui/copy-button.tsx";
import { FormError } from "../ui/form.tsx";
import { ListSkeleton } from "../ui/list-skeleton.tsx";
import { Section } from "../ui/section.tsx";
import { Table, TableCell, TableName } from "../ui/table.tsx";
import { useSayTime } from "../ui/use-say-time.ts";
import styles from "./inbound-webhooks.module.css";
import { NewWebhookDialog } from "./new-webhook-dialog.tsx";
import { type ShownSecret, WebhookSecretDialog } from "./webhook-secret-dialog.tsx";
import { WebhookMenu } from "./webhook-menu.tsx";

/** The addresses that others call to start flows. */
export function InboundWebhooks() {
  const texts = useAreaTexts();
  const { webhooks: t } = texts.apps;
  const { data: webhooks, error, isPending } = useQuery(inboundWebhooksQuery);
  const [isCreating, setIsCreating] = useState(false);
  const [shown, setShown] = useState<ShownSecret>();
  return (
    <Section
      title={t.title}
      about={t.about}
      actions={
        <Button onClick={() => setIsCreating(true)}>
          <Plus size={16} aria-hidden /> {t.new}
        </Button>
      }
    >
      {isPending ? <ListSkeleton /> : null}
      {error === null ? null : <FormError>{sentenceOf(error, texts)}</FormError>}
      {webhooks?.length === 0 ? <p>{t.none}</p> : null}
      {webhooks === undefined || webhooks.length === 0 ? null : (
        <WebhookTable webhooks={webhooks} onSecret={setShown} />
      )}
      <NewWebhookDialog isOpen={isCreating} onClose={() => setIsCreating(false)} onSecret={setShown} />
      <WebhookSecretDialog webhook={shown} onClose={() => setShown(undefined)} />
    </Section>
  );
}

type WebhookTableProps = {
  readonly webhooks: readonly InboundWebhookView[];
  readonly onSecret: (webhook: ShownSecret) => void;
};

function WebhookTable({ webhooks, onSecret }: WebhookTableProps) {
  const { webhooks: t } = useAreaTexts().apps;
  const sayTime = useSayTime();
  return (
    <Table
      label={t.title}
      columns={[
        { title: t.columns.name },
        { title: t.columns.auth, kind: "wide" },
        { title: t.columns.url },
        { title: t.columns.created, kind: "wide" },
        { title: t.columns.actions, kind: "actions" },
      ]}
    >
      {webhooks.map((webhook) => {
        const url = new URL(webhook.path, window.location.origin).href;
        return (
          <tr key={webhook.id}>
            <TableName>{webhook.name}</TableName>
            <TableCell kind="wide">{t.auths[webhook.auth]}</TableCell>
            <TableCell>
              <span className={styles["url"]}>
                <code>{url}</code> <CopyButton what={t.urlOf(webhook.name)} text={url} />
              </span>
            </TableCell>
            <TableCell kind="wide">{sayTime(webhook.createdAt)}</TableCell>
            <TableCell kind="actions">
              <WebhookMenu webhook={webhook} onSecret={onSecret} />
            </TableCell>
          </tr>
        );
      })}
    </Table>
  );
}

import { deleteInboundWebhook, type InboundWebhookView, renewInboundWebhookSecret } from "@parley/api";
import { useQueryClient } from "@tanstack/react-query";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { ask } from "../server/ask.ts";
import { inboundWebhooksQuery } from "../server/queries.ts";
import { ConfirmDialog } from "../shell/confirm-dialog.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { IconButton } from "../ui/button.tsx";
import { Menu } from "../ui/menu.tsx";
import { showToast } from "../ui/toast.tsx";
import type { ShownSecret } from "./webhook-secret-dialog.tsx";

type WebhookMenuProps = {
  readonly webhook: InboundWebhookView;
  readonly onSecret: (webhook: ShownSecret) => void;
};

/** What can be done with an inbound webhook; either is asked first, for it cannot be undone. */
export function WebhookMenu({ webhook, onSecret }: WebhookMenuProps) {
  const { webhooks: t } = useAreaTexts().apps;
  const client = useQueryClient();
  const [asked, setAsked] = useState<"renew" | "delete">();
  const params = { webhookId: webhook.id };
  const close = () => setAsked(undefined);
  const renew = async (): Promise<void> => {
    onSecret(await ask(renewInboundWebhookSecret, { params }));
  };
  const remove = async (): Promise<void> => {
    await ask(deleteInboundWebhook, { params });
    await client.invalidateQueries({ queryKey: inboundWebhooksQuery.queryKey });
    showToast(t.deleted(webhook.name));
  };
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t.actionsOf(webhook.name)}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
        items={[
          { label: t.renew, onChoose: () => setAsked("renew") },
          { label: t.delete, onChoose: () => setAsked("delete"), isDanger: true },
        ]}
      />
      <ConfirmDialog
        isOpen={asked === "renew"}
        onClose={close}
        title={t.renewTitle(webhook.name)}
        confirmLabel={t.renewConfirm}
        onConfirm={renew}
      >
        <p>{t.renewText}</p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={asked === "delete"}
        onClose={close}
        title={t.deleteTitle(webhook.name)}
        confirmLabel={t.delete}
        onConfirm={remove}
      >
        <p>{t.deleteText}</p>
      </ConfirmDialog>
    </>
  );
}

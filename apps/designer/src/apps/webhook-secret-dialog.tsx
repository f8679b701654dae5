import type { InboundWebhookView } from "@parley/api";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { webhookCall } from "./webhook-call.ts";

/** A webhook with the secret that the server gives this once. */
export type ShownSecret = InboundWebhookView & { readonly secret: string };

type WebhookSecretDialogProps = { readonly webhook: ShownSecret | undefined; readonly onClose: () => void };

/** Shows the secret of an inbound webhook, for the only time. */
export function WebhookSecretDialog({ webhook, onClose }: WebhookSecretDialogProps) {
  const { webhooks: t } = useAreaTexts().apps;
  return (
    <Dialog
      isOpen={webhook !== undefined}
      onClose={onClose}
      title={t.secretTitle(webhook?.name ?? "")}
      actions={
        <Button kind="primary" onClick={onClose}>
          {t.done}
        </Button>
      }
    >
      {webhook === undefined ? null : <Secret webhook={webhook} />}
    </Dialog>
  );
}

function Secret({ webhook }: { readonly webhook: ShownSecret }) {
  const { webhooks: t } = useAreaTexts().apps;
  const url = new URL(webhook.path, window.location.origin).href;
  return (
    <>
      <p>{t.secretText}</p>
      <CopyField label={t.url} value={url} />
      <CopyField label={t.secret} value={webhook.secret} />
      <CopyField label={t.example} hint={t.authHints[webhook.auth]} value={webhookCall(webhook, url, webhook.secret)} />
    </>
  );
}

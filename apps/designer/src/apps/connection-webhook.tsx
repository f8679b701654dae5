import type { ConnectionView } from "@parley/api";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { CopyField } from "../ui/copy-field.tsx";
import { Section } from "../ui/section.tsx";
import { webhookAddress } from "./webhook-address.ts";

/** Where WhatsApp must call, and by which word it is known that we are meant. */
export function ConnectionWebhook({ connection }: { readonly connection: ConnectionView }) {
  const { connection: t } = useAreaTexts().apps;
  const { url, host, problem } = webhookAddress(window.location.origin, connection.webhookPath);
  // The simulator is beside the server, and calls whatever it is told.
  const shown = connection.isSimulated ? undefined : problem;
  const warning = shown === undefined ? undefined : warningOf(shown);
  function warningOf(reason: NonNullable<typeof problem>): string {
    return reason === "insecure" ? t.addressWarnings.insecure : t.addressWarnings[reason](host);
  }
  return (
    <Section title={t.webhook} about={connection.isSimulated ? t.webhookSimulated : t.webhookAbout}>
      <CopyField label={t.webhookUrl} value={url} warning={warning} />
      <CopyField label={t.verifyToken} value={connection.verifyToken} />
    </Section>
  );
}

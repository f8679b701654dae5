import type { Template } from "@parley/messaging";
import { useDeferredValue } from "react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { bubbleOfTemplate } from "../whatsapp/bubble-of-template.ts";
import { WhatsAppPreview } from "../whatsapp/preview.tsx";

/** A template as WhatsApp shows it, with its samples. */
export function TemplatePreview({ template }: { readonly template: Template }) {
  const { templates: t } = useAreaTexts();
  const shown = useDeferredValue(template);
  return <WhatsAppPreview label={t.previewLabel} model={bubbleOfTemplate(shown)} />;
}

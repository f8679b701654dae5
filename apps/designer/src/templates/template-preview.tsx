import type { Template } from "@parley/messaging";
import { useDeferredValue } from "react";
import { bubbleOfTemplate } from "../whatsapp/bubble-of-template.ts";
import { WhatsAppPreview } from "../whatsapp/preview.tsx";
import styles from "./template-preview.module.css";

/** A template as WhatsApp shows it, with its samples; it stays in sight while the template is written. */
export function TemplatePreview({ template }: { readonly template: Template }) {
  const model = bubbleOfTemplate(useDeferredValue(template));
  return (
    <div className={styles["sticky"]}>
      <WhatsAppPreview model={model} />
    </div>
  );
}

import { renderTemplate, type Template } from "@parley/messaging";
import { useDeferredValue } from "react";
import { WhatsAppText } from "../inspector/whatsapp-text.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import styles from "./template-preview.module.css";

/** A template as WhatsApp shows it, with its samples. */
export function TemplatePreview({ template }: { readonly template: Template }) {
  const { templates: t } = useAreaTexts();
  const shown = useDeferredValue(template);
  const { header, body, footer, buttons } = renderTemplate(shown);
  const { type } = shown.header;
  return (
    <section className={styles["preview"]} aria-label={t.previewLabel}>
      <p className={styles["head"]}>{t.preview}</p>
      <div className={styles["bubble"]}>
        {type === "none" || type === "text" ? null : <p className={styles["file"]}>{t.previewHeader[type]}</p>}
        {header === "" ? null : <p className={styles["title"]}>{header}</p>}
        {body.trim() === "" ? <p className={styles["quiet"]}>{t.previewEmpty}</p> : <WhatsAppText text={body} />}
        {footer === "" ? null : <p className={styles["quiet"]}>{footer}</p>}
        <ul>
          {buttons.map(({ text }, index) => (
            <li key={index} className={styles["button"]}>
              {text}
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

import { Moon, Sun } from "lucide-react";
import { memo, useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { IconButton } from "../ui/button.tsx";
import type { BubbleModel } from "./bubble-model.ts";
import { SamplesProvider } from "./bubble-text.tsx";
import { WhatsAppBubble } from "./bubble.tsx";
import styles from "./preview.module.css";

type Scheme = "light" | "dark";

type WhatsAppPreviewProps = {
  /** What is previewed, where "Preview" does not say enough. */
  readonly label?: string;
  readonly model: BubbleModel;
  /** What variables are shown as, by their names; others show their names. Without it no text holds any. */
  readonly samples?: ReadonlyMap<string, string> | undefined;
};

/** A message as the contact's phone shows it, in the page's colours or in the other ones. */
export function WhatsAppPreview({ label, model, samples }: WhatsAppPreviewProps) {
  const { preview } = useTexts().whatsapp;
  const [scheme, setScheme] = useState<Scheme | undefined>(undefined);
  return (
    <section className={styles["preview"]} aria-label={label ?? preview.name} data-scheme={scheme}>
      <header className={styles["head"]}>
        <span>{preview.name}</span>
        <Schemes scheme={scheme} onChoose={setScheme} />
      </header>
      {isEmpty(model) ? (
        <p className={styles["empty"]}>{preview.empty}</p>
      ) : (
        <div className={styles["chat"]}>
          <SamplesProvider value={samples}>
            <WhatsAppBubble model={model} />
          </SamplesProvider>
        </div>
      )}
    </section>
  );
}

type SchemesProps = { readonly scheme: Scheme | undefined; readonly onChoose: (scheme: Scheme | undefined) => void };

/** It stays as it is while one types. */
const Schemes = memo(function Schemes({ scheme, onChoose }: SchemesProps) {
  const { preview } = useTexts().whatsapp;
  const choose = (wanted: Scheme) => onChoose(scheme === wanted ? undefined : wanted);
  return (
    <span>
      <IconButton label={preview.light} aria-pressed={scheme === "light"} onClick={() => choose("light")}>
        <Sun size={14} aria-hidden />
      </IconButton>
      <IconButton label={preview.dark} aria-pressed={scheme === "dark"} onClick={() => choose("dark")}>
        <Moon size={14} aria-hidden />
      </IconButton>
    </span>
  );
});

function isEmpty(model: BubbleModel): boolean {
  if (model.type !== "message") return false;
  const { top, body, footer, buttons, list } = model;
  return top.type === "none" && body.trim() === "" && footer === "" && buttons.length === 0 && list === undefined;
}

import { textOf } from "@parley/flow";
import { messagingLimits } from "@parley/messaging";
import { Moon, Sun } from "lucide-react";
import { memo, useDeferredValue, useState } from "react";
import { useDocument } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { IconButton } from "../ui/button.tsx";
import { chipsOf } from "./preview-chips.ts";
import styles from "./whatsapp-preview.module.css";
import { WhatsAppText } from "./whatsapp-text.tsx";

type Scheme = "light" | "dark";

/** A message as the contact's phone shows it. A variable of the flow shows its value at the beginning, any other its name. */
export function WhatsAppPreview({ body }: { readonly body: string }) {
  const { message } = useTexts().inspector;
  const [scheme, setScheme] = useState<Scheme | undefined>(undefined);
  const source = useDeferredValue(body);
  return (
    <section className={styles["preview"]} aria-label={message.preview} data-scheme={scheme}>
      <header className={styles["head"]}>
        <span>{message.preview}</span>
        <Schemes scheme={scheme} onChoose={setScheme} />
      </header>
      <Bubble source={source} />
    </section>
  );
}

type SchemesProps = { readonly scheme: Scheme | undefined; readonly onChoose: (scheme: Scheme | undefined) => void };

/** It stays as it is while one types. */
const Schemes = memo(function Schemes({ scheme, onChoose }: SchemesProps) {
  const { message } = useTexts().inspector;
  const choose = (wanted: Scheme) => onChoose(scheme === wanted ? undefined : wanted);
  return (
    <span>
      <IconButton label={message.light} aria-pressed={scheme === "light"} onClick={() => choose("light")}>
        <Sun size={14} aria-hidden />
      </IconButton>
      <IconButton label={message.dark} aria-pressed={scheme === "dark"} onClick={() => choose("dark")}>
        <Moon size={14} aria-hidden />
      </IconButton>
    </span>
  );
});

function Bubble({ source }: { readonly source: string }) {
  const { message } = useTexts().inspector;
  const variables = useDocument((document) => document.variables);
  const { text, names } = chipsOf(
    source,
    new Map(variables.map((variable) => [variable.name, textOf(variable.default)])),
  );
  const limit = messagingLimits.textBodyLength;
  const chips = names.map((name, index) => (
    // A name may stand in a message twice.
    <span key={index} className={styles["chip"]}>
      {name}
    </span>
  ));
  if (text.trim() === "") return <p className={styles["empty"]}>{message.empty}</p>;
  return (
    <>
      <div className={styles["bubble"]}>
        <WhatsAppText text={text.slice(0, limit)} chips={chips} />
      </div>
      {text.length > limit ? <p className={styles["empty"]}>{message.cut(limit)}</p> : null}
    </>
  );
}

import type { AppView } from "@parley/api";
import { useState } from "react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { Form, FormColumns, FormError } from "../ui/form.tsx";
import { Section } from "../ui/section.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import styles from "./message-us-button.module.css";
import {
  type MessageUs,
  messageUsColors,
  messageUsIcon,
  messageUsIconSize,
  messageUsSizes,
  messageUsSnippet,
  messageUsStyles,
  readRadius,
} from "./message-us.ts";
import { waLink } from "./wa-link.ts";

/** Makes the button with which a website leads people to an app, and shows it. */
export function MessageUsButton({ app }: { readonly app: AppView }) {
  const { button: t, link: linkTexts } = useAreaTexts().apps;
  const { shell } = useAreaTexts();
  const [values, setValues] = useState<Omit<MessageUs, "link"> & { readonly text: string }>({
    label: t.defaultLabel,
    text: "",
    color: "green",
    size: "standard",
    radius: "8px",
  });
  const change = (part: Partial<typeof values>) => setValues((before) => ({ ...before, ...part }));
  const link = waLink(app.displayPhoneNumber, values.text);
  if (link === undefined) return <FormError>{linkTexts.noNumber}</FormError>;
  const isRadius = readRadius(values.radius) !== undefined;
  return (
    <Section title={t.title} about={t.about}>
      <Form onSubmit={() => undefined}>
        <FormColumns>
          <TextField
            label={t.label}
            error={values.label.trim() === "" ? shell.problem(t.label, t.labelProblem) : undefined}
            maxLength={60}
            value={values.label}
            onChange={(label) => change({ label })}
          />
          <TextField label={t.text} value={values.text} onChange={(text) => change({ text })} />
        </FormColumns>
        <FormColumns>
          <SelectField
            label={t.color}
            options={messageUsColors.map((value) => ({ value, label: t.colors[value] }))}
            value={values.color}
            onChange={(color) => change({ color })}
          />
          <SelectField
            label={t.size}
            options={messageUsSizes.map((value) => ({ value, label: t.sizes[value] }))}
            value={values.size}
            onChange={(size) => change({ size })}
          />
          <TextField
            label={t.radius}
            hint={t.radiusHint}
            error={isRadius ? undefined : shell.problem(t.radius, t.radiusProblem)}
            value={values.radius}
            onChange={(radius) => change({ radius })}
          />
        </FormColumns>
      </Form>
      <Shown button={{ ...values, link }} />
    </Section>
  );
}

/** The button as it will look, and its HTML. */
function Shown({ button }: { readonly button: MessageUs }) {
  const { button: t } = useAreaTexts().apps;
  const snippet = messageUsSnippet(button);
  const size = messageUsIconSize(button.size);
  return (
    <>
      <div className={styles["preview"]} role="group" aria-label={t.preview}>
        <a href={button.link} target="_blank" rel="noopener noreferrer" style={messageUsStyles(button)}>
          <svg
            width={size}
            height={size}
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinejoin="round"
            strokeLinecap="round"
            aria-hidden
          >
            <path d={messageUsIcon} />
          </svg>
          {button.label.trim()}
        </a>
      </div>
      <div className={styles["snippet"]}>
        <div className={styles["head"]}>
          <h3 className={styles["title"]}>{t.snippet}</h3>
          <CopyButton what={t.copy} text={snippet} />
        </div>
        <pre className={styles["code"]}>
          <code>{snippet}</code>
        </pre>
      </div>
    </>
  );
}

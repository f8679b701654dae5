import type { Json } from "@parley/messaging";
import { textAt } from "../nodes/in-words.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Field, TextArea } from "../ui/field.tsx";
import styles from "./inspector.module.css";
import { fieldFor, type Sample, type SampleLine } from "./start/sample.ts";
import startStyles from "./start/start.module.css";

type SamplePickerProps = {
  readonly label: string;
  readonly hint: string;
  readonly text: string;
  /** What the text was read as. */
  readonly sample: Sample;
  /** What is said of a text that is no sample. */
  readonly wrong: string;
  readonly placeholder?: string;
  /** A field for a value, by the names that are taken; as a webhook's unless given. */
  readonly fieldOf?: typeof fieldFor;
  readonly onText: (text: string) => void;
  readonly onBlur?: () => void;
  readonly fields: readonly Json[];
  readonly onPick: (field: { readonly name: string; readonly path: string }) => void;
};

/** Data that was pasted, each of whose values becomes a field by a press. */
export function SamplePicker({ fields, onPick, sample, ...about }: SamplePickerProps) {
  const { webhook: t } = useTexts().inspector;
  const names = new Set(fields.map((field) => textAt(field, "name")));
  const paths = new Set(fields.map((field) => textAt(field, "path")));
  return (
    <div className={styles["stack"]}>
      <Field label={about.label} hint={about.hint} error={sample.type === "wrong" ? about.wrong : undefined}>
        {(control) => (
          <TextArea
            {...control}
            className={startStyles["sample"] ?? ""}
            value={about.text}
            spellCheck={false}
            placeholder={about.placeholder ?? '{ "order": { "id": 17 } }'}
            onChange={({ target }) => about.onText(target.value)}
            onBlur={about.onBlur}
          />
        )}
      </Field>
      {sample.type !== "read" ? null : (
        <>
          <ul className={startStyles["lines"]} aria-label={t.values}>
            {sample.lines.map((line, index) => (
              // The lines are those of one text, in its order.
              <li key={index} style={{ paddingInlineStart: `${line.depth * 14}px` }}>
                <Line
                  line={line}
                  isTaken={line.path !== undefined && paths.has(line.path)}
                  onPick={(at) => onPick((about.fieldOf ?? fieldFor)(at, names))}
                />
              </li>
            ))}
          </ul>
          {sample.isCut ? <p className={styles["hint"]}>{t.cut}</p> : null}
        </>
      )}
    </div>
  );
}

type LineProps = { readonly line: SampleLine; readonly isTaken: boolean; readonly onPick: (path: string) => void };

function Line({ line: { name, path: at, value }, isTaken, onPick }: LineProps) {
  const { webhook: t } = useTexts().inspector;
  const content = (
    <>
      <span className={startStyles["name"]}>{name}</span>
      {value === undefined ? null : <span className={startStyles["value"]}>{value}</span>}
    </>
  );
  if (at === undefined) {
    return (
      <span className={startStyles["line"]} title={t.noPath}>
        {content}
      </span>
    );
  }
  return (
    <button
      type="button"
      className={startStyles["line"]}
      aria-label={t.pick(at, value ?? "")}
      aria-pressed={isTaken}
      disabled={isTaken}
      onClick={() => onPick(at)}
    >
      {content}
    </button>
  );
}

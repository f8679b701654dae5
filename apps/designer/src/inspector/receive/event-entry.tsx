import { mediaFilters } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { objectOf } from "../../document/read-json.ts";
import { listAt, textAt } from "../../nodes/in-words.ts";
import { outcomeTitle } from "../../nodes/titles.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Checkbox } from "../../ui/field.tsx";
import { type BoundField, type FieldPath, useNodeField } from "../bound-field.ts";
import { ChipsControl } from "../chips-control.tsx";
import { choiceField } from "../choice-field.ts";
import { SelectControl, TextControl } from "../controls.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { MoreFields } from "../more-fields.tsx";
import { CustomEventFields } from "./custom-event-fields.tsx";
import { entryTypes, ofType, outcomeOf } from "./entries.ts";
import { PatternField } from "./pattern-field.tsx";

type EntryProps = { readonly nodeId: string; readonly index: number };

/** One event that a Receive waits for: which, by which outcome it leaves, and what must be so of it (Receive node page). */
export function EventEntry({ nodeId, index }: EntryProps) {
  const texts = useTexts();
  const { receive, events: names } = texts.inspector;
  const path: FieldPath = ["config", "events", index];
  const whole = useNodeField(nodeId, path);
  const list = useNodeField(nodeId, ["config", "events"]);
  const type = useNodeField(nodeId, [...path, "type"]);
  const outcome = useNodeField(nodeId, [...path, "outcome"]);
  const entry: Json = whole.value ?? null;
  const chosen = entryTypes.find((one) => one === type.value);
  const choose = (next: string) => {
    const wanted = entryTypes.find((one) => one === next);
    const others = (Array.isArray(list.value) ? list.value : []).filter((_: Json, at: number) => at !== index);
    if (wanted === undefined || wanted === chosen) return;
    whole.onBlur();
    whole.set(ofType(entry, wanted, others, texts));
    whole.onBlur();
  };
  const usual = outcomeTitle(outcomeOf({ ...objectOf(entry), outcome: "" }), texts);
  return (
    <>
      <SelectControl
        field={choiceField(type, textAt(entry, "type"), choose)}
        label={receive.event}
        isRequired
        options={entryTypes.map((value) => ({ value, label: names[value] }))}
      />
      {chosen === "custom-event" ? <CustomEventFields nodeId={nodeId} path={path} /> : null}
      <TextControl
        field={{ ...outcome, set: (next) => outcome.set(next === "" ? undefined : next) }}
        label={receive.outcome}
        hint={receive.outcomeHint(usual)}
        limit={outcomeLength}
      />
      {chosen === undefined || chosen === "custom-event" ? null : <Filters nodeId={nodeId} path={path} entry={entry} />}
    </>
  );
}

/** What the flow takes as the name of an outcome. */
const outcomeLength = 60;

type FiltersProps = { readonly nodeId: string; readonly path: FieldPath; readonly entry: Json };

function Filters({ nodeId, path, entry }: FiltersProps) {
  const { receive } = useTexts().inspector;
  const from = useNodeField(nodeId, [...path, "from"]);
  const senderName = useNodeField(nodeId, [...path, "senderName"]);
  const keywords = useNodeField(nodeId, [...path, "keywords"]);
  const pattern = useNodeField(nodeId, [...path, "pattern"]);
  const media = useNodeField(nodeId, [...path, "media"]);
  const place = { nodeId, isLeaving: false };
  const all = [from, senderName, keywords, pattern, media];
  const set = all.filter(({ value }) => value !== undefined && value !== "");
  const isMessage = textAt(entry, "type") === "whatsapp.mo";
  const orNothing = (text: string) => (text === "" ? undefined : text);
  return (
    <MoreFields
      nodeId={nodeId}
      label={set.length === 0 ? receive.onlyIf : receive.onlyIfSome(set.length)}
      isUsed={set.length > 0}
      fields={all.map(({ name }) => name)}
    >
      <ExpressionControl
        field={from}
        label={receive.from}
        hint={receive.fromHint}
        placeholder={receive.fromPlaceholder}
        place={place}
        read={orNothing}
      />
      <ExpressionControl
        field={senderName}
        label={receive.senderName}
        hint={receive.senderNameHint}
        place={place}
        read={orNothing}
      />
      {isMessage || keywords.value !== undefined ? (
        <ChipsControl
          field={keywords}
          label={receive.keywords}
          hint={receive.keywordsHint}
          placeholder={receive.keywordsPlaceholder}
        />
      ) : null}
      {isMessage || pattern.value !== undefined ? <PatternField field={pattern} place={place} /> : null}
      {isMessage || media.value !== undefined ? <MediaFilter field={media} entry={entry} /> : null}
    </MoreFields>
  );
}

function MediaFilter({ field, entry }: { readonly field: BoundField; readonly entry: Json }) {
  const { receive } = useTexts().inspector;
  const chosen = new Set(listAt(entry, "media"));
  const toggle = (kind: (typeof mediaFilters)[number]) => {
    const next = mediaFilters.filter((one) => (one === kind) !== chosen.has(one));
    field.onBlur();
    field.set(next.length === 0 ? undefined : next);
    field.onBlur();
  };
  return (
    <FieldPart field={field}>
      <fieldset className={styles["fieldset"]}>
        <legend>{receive.media}</legend>
        <div className={styles["checks"]}>
          {mediaFilters.map((kind) => (
            <Checkbox
              key={kind}
              label={receive.kinds[kind]}
              checked={chosen.has(kind)}
              disabled={field.isReadOnly}
              onChange={() => toggle(kind)}
            />
          ))}
        </div>
        <p className={styles["hint"]}>{receive.mediaHint}</p>
      </fieldset>
    </FieldPart>
  );
}

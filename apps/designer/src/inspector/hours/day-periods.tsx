import { CircleAlert, Plus, X } from "lucide-react";
import { useId } from "react";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { IconButton } from "../../ui/button.tsx";
import { TextInput } from "../../ui/field.tsx";
import { type BoundField, type FieldPath, useNodeField } from "../bound-field.ts";
import { FieldPart } from "../field-part.tsx";
import { useListField } from "../list-field.ts";
import { timeOfDay } from "../time-of-day.ts";
import hours from "./hours.module.css";

type DayProps = {
  readonly nodeId: string;
  readonly path: FieldPath;
  /** What the day is called, in the names of its controls. */
  readonly day: string;
};

const mostPeriods = 10;

/** The hours of one day; none means closed. */
export function DayPeriods({ nodeId, path, day }: DayProps) {
  const { businessHours: t } = useTexts().utilities;
  const { field, items, add, remove } = useListField(nodeId, path);
  const last = textAt(items.at(-1) ?? null, "to");
  return (
    <FieldPart field={field}>
      <div className={hours["periods"]}>
        {items.length === 0 ? <span className={hours["closed"]}>{t.closed}</span> : null}
        {items.map((_, index) => (
          // A period has no name of its own that lasts: its place is what it is known by.
          <Period
            key={index}
            nodeId={nodeId}
            path={[...path, index]}
            day={day}
            number={index + 1}
            {...(field.isReadOnly ? {} : { onRemove: () => remove(index) })}
          />
        ))}
        {field.isReadOnly || items.length >= mostPeriods ? null : (
          <IconButton label={t.addPeriod(day)} onClick={() => add(periodAfter(last))}>
            <Plus size={14} aria-hidden />
          </IconButton>
        )}
      </div>
    </FieldPart>
  );
}

/** Hours that may come after others of the day. */
function periodAfter(last: string): { readonly from: string; readonly to: string } {
  if (last === "") return { from: "09:00", to: "17:00" };
  return { from: last, to: "24:00" };
}

type PeriodProps = DayProps & { readonly number: number; readonly onRemove?: () => void };

/** What is wrong stands below both times, where there is room for it. */
function Period({ nodeId, path, day, number, onRemove }: PeriodProps) {
  const { businessHours: t } = useTexts().utilities;
  const id = useId();
  const whole = useNodeField(nodeId, path);
  const from = useNodeField(nodeId, [...path, "from"]);
  const to = useNodeField(nodeId, [...path, "to"]);
  const error = from.error ?? to.error ?? whole.error;
  return (
    <FieldPart field={{ ...whole, error: undefined }}>
      <div>
        <div className={hours["period"]}>
          <Time field={from} label={t.from(day, number)} about={id} />
          <span aria-hidden>–</span>
          <Time field={to} label={t.to(day, number)} about={id} />
          {onRemove === undefined ? null : (
            <IconButton label={t.removePeriod(day, number)} onClick={onRemove}>
              <X size={14} aria-hidden />
            </IconButton>
          )}
        </div>
        {error === undefined ? null : (
          <p id={id} className={hours["wrong"]} role="status">
            <CircleAlert size={14} aria-hidden /> {error}
          </p>
        )}
      </div>
    </FieldPart>
  );
}

/** `about` is the id of what says what is wrong. */
function Time({ field, label, about }: { readonly field: BoundField; readonly label: string; readonly about: string }) {
  const text = typeof field.value === "string" ? field.value : "";
  return (
    <FieldPart field={{ ...field, error: undefined }}>
      <TextInput
        className={hours["time"] ?? ""}
        aria-label={label}
        aria-invalid={field.error !== undefined}
        aria-describedby={field.error === undefined ? undefined : about}
        value={text}
        maxLength={5}
        readOnly={field.isReadOnly}
        onChange={({ target }) => field.set(target.value)}
        onBlur={() => {
          const settled = timeOfDay(text);
          if (!field.isReadOnly && settled !== text) field.set(settled);
          field.onBlur();
        }}
      />
    </FieldPart>
  );
}

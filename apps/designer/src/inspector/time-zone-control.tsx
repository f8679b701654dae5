import { useId } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { TextInput } from "../ui/field.tsx";
import { FieldFrame, type FieldProps } from "./controls.tsx";

/** A time zone by its name, offered as one types; an expression is taken too. */
export function TimeZoneControl(props: FieldProps) {
  const { field } = props;
  const { timeZone } = useTexts().utilities;
  const list = useId();
  const text = typeof field.value === "string" ? field.value : "";
  const warning = isUnknown(text) ? timeZone.unknown(text) : undefined;
  return (
    <FieldFrame {...props} hint={props.hint ?? timeZone.hint} warning={field.error === undefined ? warning : undefined}>
      {(control) => (
        <>
          <TextInput
            {...control}
            list={list}
            value={text}
            spellCheck={false}
            autoComplete="off"
            readOnly={field.isReadOnly}
            onChange={({ target }) => field.set(target.value)}
            onBlur={field.onBlur}
          />
          <datalist id={list}>
            {Intl.supportedValuesOf("timeZone").map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </datalist>
        </>
      )}
    </FieldFrame>
  );
}

/** Whether a text is neither an expression nor a time zone that this browser knows. */
function isUnknown(text: string): boolean {
  if (text.trim() === "" || text.includes("$(")) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: text.trim() });
    return false;
  } catch {
    return true;
  }
}

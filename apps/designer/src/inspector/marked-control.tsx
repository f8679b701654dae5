import { Bold, Braces, Code, Italic, Strikethrough } from "lucide-react";
import { type KeyboardEvent, memo, type RefObject, useRef } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { IconButton } from "../ui/button.tsx";
import type { FieldProps } from "./controls.tsx";
import { ExpressionControl } from "./expression-control.tsx";
import type { ExpressionHandle } from "./expression-input.tsx";
import styles from "./inspector.module.css";
import { measure } from "./measure.ts";
import type { ScopePlace } from "./scope.ts";
import { insertText, toggleMark } from "./wrap-marks.ts";

const tools = [
  { name: "bold", mark: "*", Icon: Bold, key: "b" },
  { name: "italic", mark: "_", Icon: Italic, key: "i" },
  { name: "strike", mark: "~", Icon: Strikethrough, key: undefined },
  { name: "code", mark: "`", Icon: Code, key: undefined },
] as const;

type MarkedControlProps = FieldProps & {
  readonly place: ScopePlace;
  /** The most characters that WhatsApp takes. */
  readonly limit: number;
  readonly placeholder?: string;
};

/** A text of a message with tools for WhatsApp's marks. */
export function MarkedControl({ field, place, label, limit, isRequired = false, placeholder }: MarkedControlProps) {
  const { message } = useTexts().inspector;
  const handle = useRef<ExpressionHandle>(null);
  const { length, values } = measure(typeof field.value === "string" ? field.value : "");
  const onKeyDown = (event: KeyboardEvent) => {
    const tool = tools.find(({ key }) => key !== undefined && key === event.key.toLowerCase());
    if (tool === undefined || field.isReadOnly || event.altKey || event.shiftKey) return;
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    mark(handle, tool.mark);
  };
  return (
    <div className={styles["marked"]}>
      {/* The keys belong to the text field within. */}
      <div className={styles["message"]} onKeyDownCapture={onKeyDown} role="presentation">
        <ExpressionControl
          field={field}
          label={label}
          isRequired={isRequired}
          isMultiline
          place={place}
          placeholder={placeholder ?? message.placeholder}
          handle={handle}
          count={{ used: length, limit }}
          {...(values === 0 ? {} : { hint: message.plusValues(values) })}
        />
      </div>
      {field.isReadOnly ? null : <Toolbar handle={handle} />}
    </div>
  );
}

type Handle = RefObject<ExpressionHandle | null>;

/** It stays as it is while one types. */
const Toolbar = memo(function Toolbar({ handle }: { readonly handle: Handle }) {
  const { message } = useTexts().inspector;
  return (
    <div role="toolbar" aria-label={message.toolbar} className={styles["toolbar"]}>
      {tools.map(({ name, mark: sign, Icon, key }) => (
        <IconButton key={name} label={message[name]} keys={key && keyOf(key)} onClick={() => mark(handle, sign)}>
          <Icon size={16} aria-hidden />
        </IconButton>
      ))}
      <IconButton
        label={message.insertVariable}
        keys="$("
        onClick={() => {
          handle.current?.edit((selected) => insertText(selected, "$("));
          handle.current?.offerVariables();
        }}
      >
        <Braces size={16} aria-hidden />
      </IconButton>
    </div>
  );
});

function mark(handle: Handle, sign: string): void {
  handle.current?.edit((selected) => toggleMark(selected, sign));
}

function keyOf(key: string): string {
  const isMac = navigator.platform.startsWith("Mac");
  return isMac ? `⌘${key.toUpperCase()}` : `Ctrl+${key.toUpperCase()}`;
}

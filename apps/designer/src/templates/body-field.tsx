import { messagingLimits } from "@parley/messaging";
import { Bold, Braces, Code, Italic, Strikethrough } from "lucide-react";
import { useLayoutEffect, useRef } from "react";
import { insertText, type Selected, toggleMark } from "../inspector/wrap-marks.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { TextAreaField } from "../ui/text-field.tsx";
import { useEditing } from "./editing.ts";
import styles from "./fields.module.css";
import { nextPlaceholder } from "./template-form.ts";

const tools = [
  { name: "bold", mark: "*", Icon: Bold },
  { name: "italic", mark: "_", Icon: Italic },
  { name: "strike", mark: "~", Icon: Strikethrough },
  { name: "code", mark: "`", Icon: Code },
] as const;

/** The body, with tools for WhatsApp's marks and for placeholders. */
export function BodyField() {
  const { form, problem, isReadOnly } = useEditing();
  const { templates: t, inspector } = useAreaTexts();
  const { body, parameterFormat } = form.values;
  const field = useRef<HTMLTextAreaElement>(null);
  const wanted = useRef<{ readonly from: number; readonly to: number }>(undefined);
  useLayoutEffect(() => {
    // The field has the new text only now, and with it a place for the selection.
    if (wanted.current === undefined || field.current === null) return;
    field.current.focus();
    field.current.setSelectionRange(wanted.current.from, wanted.current.to);
    wanted.current = undefined;
  });
  const edit = (change: (selected: Selected) => Selected): void => {
    const from = field.current?.selectionStart ?? body.length;
    const changed = change({ text: body, from, to: field.current?.selectionEnd ?? from });
    wanted.current = changed;
    form.change({ body: changed.text });
  };
  const addPlaceholder = (): void => {
    const name = nextPlaceholder(body, parameterFormat);
    edit((selected) => {
      const inserted = insertText(selected, `{{${name}}}`);
      // A name is a proposal, which is typed over; a number is not.
      return parameterFormat === "named"
        ? { ...inserted, from: inserted.from - name.length - 2, to: inserted.to - 2 }
        : inserted;
    });
  };
  return (
    <div className={styles["group"]}>
      <TextAreaField
        label={t.body}
        hint={t.bodyHint}
        isRequired
        rows={6}
        limit={messagingLimits.templateBodyLength}
        error={problem("body", t.body)}
        disabled={isReadOnly}
        inputRef={field}
        value={body}
        onChange={(value) => form.change({ body: value })}
      />
      {isReadOnly ? null : (
        <div role="toolbar" aria-label={t.tools} className={styles["toolbar"]}>
          {tools.map(({ name, mark, Icon }) => (
            <IconButton
              key={name}
              label={inspector.message[name]}
              onClick={() => edit((selected) => toggleMark(selected, mark))}
            >
              <Icon size={16} aria-hidden />
            </IconButton>
          ))}
          <Button onClick={addPlaceholder}>
            <Braces size={14} aria-hidden /> {t.addPlaceholder}
          </Button>
        </div>
      )}
    </div>
  );
}

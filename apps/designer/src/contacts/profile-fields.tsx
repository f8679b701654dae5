import { Plus, Trash2 } from "lucide-react";
import { useRef } from "react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { FieldRow } from "./contact-form.ts";
import styles from "./profile-fields.module.css";

type ProfileFieldsProps = {
  readonly fields: readonly FieldRow[];
  readonly onChange: (fields: readonly FieldRow[]) => void;
  readonly problem: (path: string, label: string) => string | undefined;
};

/** The fields of a contact's profile: added, renamed, written and taken away. */
export function ProfileFields({ fields, onChange, problem }: ProfileFieldsProps) {
  const { contacts: t } = useAreaTexts();
  const add = useRef<HTMLButtonElement>(null);
  const change = (key: number, part: Partial<FieldRow>) =>
    onChange(fields.map((row) => (row.key === key ? { ...row, ...part } : row)));
  const remove = (key: number) => {
    onChange(fields.filter((row) => row.key !== key));
    add.current?.focus();
  };
  return (
    <div className={styles["fields"]}>
      {fields.length === 0 ? <p className={styles["none"]}>{t.noFields}</p> : null}
      {fields.map(({ key, name, value }, index) => {
        const shown = name.trim() || t.fieldUnnamed(index + 1);
        return (
          <div key={key} className={styles["row"]} role="group" aria-label={shown}>
            <TextField
              label={t.fieldName}
              error={problem(`fields[${index}]`, t.fieldName)}
              maxLength={100}
              value={name}
              onChange={(text) => change(key, { name: text })}
            />
            <TextField
              label={t.fieldValue}
              error={problem(`fields.${name}`, t.fieldValue)}
              value={value}
              onChange={(text) => change(key, { value: text })}
            />
            <IconButton label={t.removeField(shown)} onClick={() => remove(key)}>
              <Trash2 size={16} aria-hidden />
            </IconButton>
          </div>
        );
      })}
      <Button
        ref={add}
        className={styles["add"] ?? ""}
        onClick={() =>
          onChange([...fields, { key: Math.max(-1, ...fields.map(({ key }) => key)) + 1, name: "", value: "" }])
        }
      >
        <Plus size={16} aria-hidden /> {t.addField}
      </Button>
    </div>
  );
}

import { placeholdersIn } from "@parley/messaging";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { FormColumns } from "../ui/form.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useEditing } from "./editing.ts";
import styles from "./fields.module.css";
import { sampleOf } from "./template-form.ts";

/** A sample for each placeholder of the body. */
export function SampleFields() {
  const { form, problem, isReadOnly } = useEditing();
  const { templates: t } = useAreaTexts();
  const names = placeholdersIn(form.values.body);
  if (names.length === 0) return null;
  // The rule counts samples; whoever reads it wants to know which one is missing.
  const isWanting = problem("bodyExamples", t.samples) !== undefined;
  return (
    <div role="group" aria-label={t.samples} className={styles["group"]}>
      <div>
        <p className={styles["heading"]}>{t.samples}</p>
        <p className={styles["quiet"]}>{t.samplesAbout}</p>
      </div>
      <FormColumns>
        {names.map((name) => {
          const value = sampleOf(form.values.samples, name);
          return (
            <TextField
              key={name}
              label={t.sample(`{{${name}}}`)}
              error={isWanting && value.trim() === "" ? t.sampleMissing : undefined}
              disabled={isReadOnly}
              value={value}
              onChange={(text) => form.change(({ samples }) => ({ samples: { ...samples, [name]: text } }))}
            />
          );
        })}
      </FormColumns>
    </div>
  );
}

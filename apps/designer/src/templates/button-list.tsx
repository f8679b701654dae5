import { messagingLimits } from "@parley/messaging";
import { RowList } from "../inspector/row-list.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Section } from "../ui/section.tsx";
import { ButtonFields } from "./button-fields.tsx";
import { blankButton } from "./button-type.ts";
import { useEditing } from "./editing.ts";
import styles from "./fields.module.css";

/** The buttons below a template's text, in their order. */
export function ButtonList() {
  const { form, problem, isReadOnly } = useEditing();
  const { templates: t } = useAreaTexts();
  const { buttons } = form.values;
  const isFull = buttons.length >= messagingLimits.templateButtons;
  const wrong = problem("buttons", t.buttons);
  return (
    <Section title={t.buttons} about={t.buttonsAbout}>
      {buttons.length === 0 ? <p className={styles["quiet"]}>{t.noButtons}</p> : null}
      <RowList
        label={t.buttons}
        count={buttons.length}
        nameOf={(index) => t.buttonOf(index + 1)}
        titleOf={(index) => t.buttonTitle(index + 1)}
        isReadOnly={isReadOnly}
        addLabel={t.addButton}
        isFull={isFull}
        onAdd={() => form.change({ buttons: [...buttons, blankButton("quick-reply")] })}
        onMove={(from, to) => form.change({ buttons: moved(buttons, from, to) })}
        onRemove={(index) => form.change({ buttons: buttons.filter((_, other) => other !== index) })}
      >
        {(index) => <ButtonFields index={index} />}
      </RowList>
      {wrong === undefined ? null : <p className={styles["error"]}>{wrong}</p>}
    </Section>
  );
}

function moved<Item>(items: readonly Item[], from: number, to: number): readonly Item[] {
  const item = items[from];
  return item === undefined ? items : items.toSpliced(from, 1).toSpliced(to, 0, item);
}

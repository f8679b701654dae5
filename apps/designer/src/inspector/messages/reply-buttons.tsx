import { type Json, messagingLimits } from "@parley/messaging";
import { listAt, textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { useListField } from "../list-field.ts";
import { RowList } from "../row-list.tsx";
import type { MessageFormProps } from "./form-props.ts";
import { HeaderControl } from "./header-control.tsx";
import { BodyField, FooterField } from "./interactive-parts.tsx";
import { TitledFields } from "./titled-fields.tsx";

const { replyButtonIdLength, replyButtons, replyButtonTitleLength } = messagingLimits;

/** A message with up to three buttons (WhatsApp node page, Reply Buttons). */
export function ReplyButtonsForm(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { messages } = useTexts();
  const list = useListField(nodeId, [...path, "buttons"]);
  const { field, items } = list;
  const titleOf = (index: number) => messages.buttonItem(index + 1, textAt(items[index] ?? null, "title"));
  return (
    <>
      <HeaderControl {...props} />
      <BodyField {...props} />
      <FooterField {...props} />
      <section className={styles["stack"]}>
        <h3 className={styles["heading"]}>
          {messages.buttons} <span className={styles["count"]}>{messages.of(items.length, replyButtons)}</span>
        </h3>
        <FieldPart field={field}>
          <RowList
            label={messages.buttons}
            count={items.length}
            nameOf={titleOf}
            isReadOnly={field.isReadOnly}
            addLabel={messages.addButton}
            isFull={items.length >= replyButtons}
            onAdd={() => list.add({ id: "", title: "" })}
            onMove={list.move}
            onRemove={list.remove}
          >
            {(index) => (
              <TitledFields
                nodeId={nodeId}
                path={[...path, "buttons", index]}
                messagePath={path}
                identifiersOf={identifiersOf}
                titleLimit={replyButtonTitleLength}
                identifierLimit={replyButtonIdLength}
              />
            )}
          </RowList>
        </FieldPart>
      </section>
    </>
  );
}

function identifiersOf(message: Json): readonly string[] {
  return listAt(message, "buttons").map((button) => textAt(button, "id"));
}

import { type Json, messagingLimits } from "@parley/messaging";
import { listAt, textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { LimitedControl } from "../limited-control.tsx";
import { useListField } from "../list-field.ts";
import { RowList } from "../row-list.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";
import { BodyField, FooterField } from "./interactive-parts.tsx";
import { TitledFields } from "./titled-fields.tsx";

const {
  headerLength,
  listButtonLength,
  listRowDescriptionLength,
  listRowIdLength,
  listRows,
  listRowTitleLength,
  listSections,
  listSectionTitleLength,
} = messagingLimits;

/** A menu behind a button (WhatsApp node page, List Message). */
export function ListForm(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { messages } = useTexts();
  const header = useNodeField(nodeId, [...path, "header"]);
  const button = useNodeField(nodeId, [...path, "button"]);
  const place = placeOf(props);
  return (
    <>
      <LimitedControl field={header} label={messages.header} limit={headerLength} place={place} />
      <BodyField {...props} />
      <FooterField {...props} />
      <LimitedControl
        field={button}
        label={messages.listButton}
        hint={messages.listButtonHint}
        limit={listButtonLength}
        isRequired
        place={place}
      />
      <Sections {...props} />
    </>
  );
}

const newRow = { id: "", title: "", description: "" };

function Sections({ nodeId, path }: MessageFormProps) {
  const { messages } = useTexts();
  const list = useListField(nodeId, [...path, "sections"]);
  const { field, items } = list;
  const rows = items.flatMap((section) => listAt(section, "rows")).length;
  return (
    <section className={styles["stack"]}>
      <h3 className={styles["heading"]}>
        {messages.choices} <span className={styles["count"]}>{messages.rowsOf(rows, listRows)}</span>
      </h3>
      <FieldPart field={field}>
        <RowList
          label={messages.sections}
          count={items.length}
          nameOf={(index) => messages.sectionItem(index + 1, textAt(items[index] ?? null, "title"))}
          isReadOnly={field.isReadOnly}
          addLabel={messages.addSection}
          isFull={items.length >= listSections}
          onAdd={() => list.add({ title: "", rows: [newRow] })}
          onMove={list.move}
          onRemove={list.remove}
        >
          {(index) => (
            <Section
              nodeId={nodeId}
              path={[...path, "sections", index]}
              messagePath={path}
              isFull={rows >= listRows}
              isAlone={items.length < 2}
            />
          )}
        </RowList>
      </FieldPart>
    </section>
  );
}

type SectionProps = MessageFormProps & {
  readonly messagePath: MessageFormProps["path"];
  readonly isFull: boolean;
  readonly isAlone: boolean;
};

function Section({ nodeId, path, messagePath, isFull, isAlone }: SectionProps) {
  const { messages } = useTexts();
  const title = useNodeField(nodeId, [...path, "title"]);
  const list = useListField(nodeId, [...path, "rows"]);
  const { field, items } = list;
  const place = placeOf({ nodeId });
  return (
    <>
      <LimitedControl
        field={title}
        label={messages.sectionTitle}
        {...(isAlone ? { hint: messages.sectionTitleHint } : {})}
        limit={listSectionTitleLength}
        isRequired={!isAlone}
        place={place}
      />
      <FieldPart field={field}>
        <RowList
          label={messages.rows}
          count={items.length}
          nameOf={(index) => messages.rowItem(index + 1, textAt(items[index] ?? null, "title"))}
          isReadOnly={field.isReadOnly}
          addLabel={messages.addRow}
          isFull={isFull}
          onAdd={() => list.add(newRow)}
          onMove={list.move}
          onRemove={list.remove}
        >
          {(index) => (
            <TitledFields
              nodeId={nodeId}
              path={[...path, "rows", index]}
              messagePath={messagePath}
              identifiersOf={identifiersOf}
              titleLimit={listRowTitleLength}
              identifierLimit={listRowIdLength}
              between={<Description nodeId={nodeId} path={[...path, "rows", index]} />}
            />
          )}
        </RowList>
      </FieldPart>
    </>
  );
}

function Description(props: MessageFormProps) {
  const { messages } = useTexts();
  const field = useNodeField(props.nodeId, [...props.path, "description"]);
  return (
    <LimitedControl
      field={field}
      label={messages.description}
      limit={listRowDescriptionLength}
      place={placeOf(props)}
    />
  );
}

function identifiersOf(message: Json): readonly string[] {
  return listAt(message, "sections").flatMap((section) => listAt(section, "rows").map((row) => textAt(row, "id")));
}

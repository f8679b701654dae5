import { type JsonObject, messagingLimits } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { TextControl } from "../controls.tsx";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { LimitedControl } from "../limited-control.tsx";
import { useListField } from "../list-field.ts";
import { RowList } from "../row-list.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";

/** What a card may have several of, each with its fields; the first one names the entry. */
const entries = {
  phones: ["phone", "waId"],
  emails: ["email"],
  urls: ["url"],
  addresses: ["street", "city", "zip", "state", "country", "countryCode"],
} as const;

type Kind = keyof typeof entries;
type EntryProps = MessageFormProps & { readonly kind: Kind };

/** The phones, the emails, the websites or the addresses of a contact card. */
export function CardEntries({ nodeId, path, kind }: EntryProps) {
  const { messages } = useTexts();
  const list = useListField(nodeId, [...path, kind]);
  const { field, items } = list;
  const texts = messages.entries[kind];
  if (items.length === 0 && field.isReadOnly) return null;
  return (
    <FieldPart field={field}>
      <RowList
        label={texts.name}
        count={items.length}
        nameOf={(index) => texts.item(index + 1, textAt(items[index] ?? null, entries[kind][0]))}
        isReadOnly={field.isReadOnly}
        addLabel={texts.add}
        isFull={items.length >= messagingLimits.cardEntries}
        onAdd={() => list.add(newEntry(kind))}
        onMove={list.move}
        onRemove={list.remove}
      >
        {(index) => <Entry nodeId={nodeId} path={[...path, kind, index]} kind={kind} />}
      </RowList>
    </FieldPart>
  );
}

function newEntry(kind: Kind): JsonObject {
  return Object.fromEntries([...entries[kind], "type"].map((name) => [name, ""]));
}

function Entry({ nodeId, path, kind }: EntryProps) {
  const { messages } = useTexts();
  const type = useNodeField(nodeId, [...path, "type"]);
  const [first, ...others] = entries[kind];
  return (
    <>
      <EntryField nodeId={nodeId} path={path} name={first} />
      <div className={styles["columns"]}>
        {others.map((name) => (
          <EntryField key={name} nodeId={nodeId} path={path} name={name} />
        ))}
        <TextControl field={type} label={messages.entryType} />
      </div>
    </>
  );
}

type EntryName = (typeof entries)[Kind][number];

function EntryField({ nodeId, path, name }: MessageFormProps & { readonly name: EntryName }) {
  const { messages } = useTexts();
  const field = useNodeField(nodeId, [...path, name]);
  const isRequired = name === "phone" || name === "email" || name === "url";
  return (
    <LimitedControl
      field={field}
      label={messages.entryFields[name]}
      limit={messagingLimits.cardFieldLength}
      isRequired={isRequired}
      place={placeOf({ nodeId })}
      {...(name === "waId" ? { hint: messages.waIdHint } : {})}
    />
  );
}

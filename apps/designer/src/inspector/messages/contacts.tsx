import { type Json, type JsonObject, messagingLimits } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField, valueAt } from "../bound-field.ts";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { LimitedControl } from "../limited-control.tsx";
import { useListField } from "../list-field.ts";
import { MoreFields } from "../more-fields.tsx";
import { RowList } from "../row-list.tsx";
import { CardEntries } from "./card-entries.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";
import { fullName, isFullName } from "./full-name.ts";

const { cardFieldLength, contactCards } = messagingLimits;

/** Contact cards (WhatsApp node page, Contact). */
export function ContactsForm({ nodeId, path }: MessageFormProps) {
  const { messages } = useTexts();
  const list = useListField(nodeId, [...path, "contacts"]);
  const { field, items } = list;
  return (
    <section className={styles["stack"]}>
      <h3 className={styles["heading"]}>
        {messages.cards} <span className={styles["count"]}>{messages.of(items.length, contactCards)}</span>
      </h3>
      <FieldPart field={field}>
        <RowList
          label={messages.cards}
          count={items.length}
          nameOf={(index) => messages.cardItem(index + 1, textAt(items[index] ?? null, "name", "formattedName"))}
          isReadOnly={field.isReadOnly}
          addLabel={messages.addCard}
          isFull={items.length >= contactCards}
          onAdd={() => list.add(newCard)}
          onMove={list.move}
          onRemove={list.remove}
        >
          {(index) => <Card nodeId={nodeId} path={[...path, "contacts", index]} />}
        </RowList>
      </FieldPart>
    </section>
  );
}

const newCard: JsonObject = {
  name: { formattedName: "", firstName: "", middleName: "", lastName: "", prefix: "", suffix: "" },
  phones: [],
  emails: [],
  urls: [],
  addresses: [],
  organization: { company: "", department: "", title: "" },
  birthday: "",
};

function Card(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { messages } = useTexts();
  const name = useNodeField(nodeId, [...path, "name"]);
  const organization = useNodeField(nodeId, [...path, "organization"]);
  const birthday = useNodeField(nodeId, [...path, "birthday"]);
  return (
    <>
      <FieldPart field={name}>
        <CardField {...props} name="name.formattedName" isRequired />
        <div className={styles["columns"]}>
          <NamePart {...props} part="firstName" />
          <NamePart {...props} part="lastName" />
        </div>
        <MoreFields
          isQuiet
          nodeId={nodeId}
          label={messages.moreNames}
          isUsed={false}
          fields={["prefix", "middleName", "suffix"].map((part) => `${name.name}.${part}`)}
        >
          <div className={styles["columns"]}>
            <NamePart {...props} part="prefix" />
            <NamePart {...props} part="middleName" />
            <NamePart {...props} part="suffix" />
          </div>
        </MoreFields>
      </FieldPart>
      <CardEntries {...props} kind="phones" />
      <CardEntries {...props} kind="emails" />
      <CardEntries {...props} kind="urls" />
      <CardEntries {...props} kind="addresses" />
      <MoreFields
        nodeId={nodeId}
        label={messages.work}
        isUsed={isAnySet(organization.value) || isAnySet(birthday.value)}
        fields={[organization.name, birthday.name]}
      >
        <CardField {...props} name="organization.company" />
        <div className={styles["columns"]}>
          <CardField {...props} name="organization.title" />
          <CardField {...props} name="organization.department" />
        </div>
        <CardField {...props} name="birthday" hint={messages.birthdayHint} />
      </MoreFields>
    </>
  );
}

function isAnySet(value: Json | undefined): boolean {
  if (typeof value === "string") return value !== "";
  return typeof value === "object" && value !== null && Object.values(value).some((part) => part !== "");
}

type PartProps = MessageFormProps & { readonly part: "firstName" | "lastName" | "prefix" | "middleName" | "suffix" };

/** A part of a name; the name as it is shown goes along until a person writes another. */
function NamePart(props: PartProps) {
  const { nodeId, path, part } = props;
  const { messages } = useTexts();
  const field = useNodeField(nodeId, [...path, "name", part], (next, node) => {
    const name = valueAt(node, [...path, "name"]) ?? null;
    if (!isFullName(textAt(name, "formattedName"), name)) return [];
    const after = { ...(name as JsonObject), [part]: next ?? "" };
    return [{ path: [...path, "name", "formattedName"], value: fullName(after) }];
  });
  return <LimitedControl field={field} label={messages.names[part]} limit={cardFieldLength} place={placeOf(props)} />;
}

type CardFieldProps = MessageFormProps & {
  readonly name: keyof ReturnType<typeof useTexts>["messages"]["cardFields"];
  readonly isRequired?: boolean;
  readonly hint?: string;
};

function CardField({ nodeId, path, name, ...rest }: CardFieldProps) {
  const { messages } = useTexts();
  const field = useNodeField(nodeId, [...path, ...name.split(".")]);
  return (
    <LimitedControl
      {...rest}
      field={field}
      label={messages.cardFields[name]}
      limit={cardFieldLength}
      place={placeOf({ nodeId })}
    />
  );
}

import { textOf } from "@parley/flow";
import { type Json, type JsonObject, messagingLimits } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { choiceField } from "../choice-field.ts";
import { SelectControl, TextControl } from "../controls.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import { FieldPart } from "../field-part.tsx";
import styles from "../inspector.module.css";
import { LimitedControl } from "../limited-control.tsx";
import { useListField } from "../list-field.ts";
import { RowList } from "../row-list.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";
import { HeaderMedia } from "./header-media.tsx";
import { ParameterFields } from "./parameter-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";

/** A template that is not in the registry, or whose name comes from an expression: its values are given in the order of its placeholders. */
export function TemplateRawFields(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { template: t } = useTexts().messages;
  const name = useNodeField(nodeId, [...path, "name"]);
  const language = useNodeField(nodeId, [...path, "language"]);
  return (
    <>
      <div className={styles["columns"]}>
        <ExpressionControl field={name} label={t.name} isRequired place={placeOf(props)} />
        <TextControl field={language} label={t.language} hint={t.languageHint} isRequired />
      </div>
      <RawHeader {...props} />
      <RawBody {...props} />
      <RawButtons {...props} />
    </>
  );
}

const headers = ["none", "text", "image", "video", "document", "location"] as const;

function RawHeader(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { messages } = useTexts();
  const header = useNodeField(nodeId, [...path, "header"]);
  const value: Json = header.value ?? null;
  const type = textAt(value, "type");
  const kind = type === "media" ? textAt(value, "media", "kind") : type;
  return (
    <>
      <SelectControl
        field={choiceField(header, kind, (next) => header.set(headerOf(next)))}
        label={messages.header}
        options={headers.map((one) => ({ value: one, label: messages.headers[one] }))}
      />
      {type === "text" ? (
        <ParameterFields
          {...props}
          path={[...path, "header", "parameter"]}
          label={messages.template.headerValue}
          sample=""
        />
      ) : null}
      {type === "media" ? <HeaderMedia {...props} path={[...path, "header", "media"]} kind={kind} /> : null}
      {type === "location" ? <PlaceFields {...props} path={[...path, "header", "place"]} /> : null}
    </>
  );
}

function headerOf(kind: string): JsonObject {
  switch (kind) {
    case "none":
      return { type: "none" };
    case "text":
      return { type: "text", parameter: { type: "text", name: "", text: "" } };
    case "location":
      return { type: "location", place: { latitude: "", longitude: "", name: "", address: "" } };
    default:
      return { type: "media", media: { kind, source: { type: "link", url: "" }, fileName: "" } };
  }
}

function RawBody(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { template: t } = useTexts().messages;
  const list = useListField(nodeId, [...path, "body"]);
  const { field, items } = list;
  return (
    <FieldPart field={field}>
      <RowList
        label={t.body}
        count={items.length}
        nameOf={(index) => t.value(index + 1)}
        isReadOnly={field.isReadOnly}
        addLabel={t.addValue}
        onAdd={() => list.add({ type: "text", name: "", text: "" })}
        onMove={list.move}
        onRemove={list.remove}
      >
        {(index) => (
          <>
            <ParameterName nodeId={nodeId} path={[...path, "body", index]} />
            <ParameterFields
              nodeId={nodeId}
              path={[...path, "body", index]}
              label={t.slot(String(index + 1))}
              sample=""
            />
          </>
        )}
      </RowList>
    </FieldPart>
  );
}

function ParameterName({ nodeId, path }: MessageFormProps) {
  const { template: t } = useTexts().messages;
  const field = useNodeField(nodeId, [...path, "name"]);
  return <TextControl field={field} label={t.parameterName} hint={t.parameterNameHint} />;
}

const buttonTypes = ["quick-reply", "url", "copy-code", "otp"] as const;
const valueNames = { "quick-reply": "payload", url: "suffix", "copy-code": "code", otp: "code" } as const;

function RawButtons({ nodeId, path }: MessageFormProps) {
  const { messages } = useTexts();
  const { template: t } = messages;
  const list = useListField(nodeId, [...path, "buttons"]);
  const { field, items } = list;
  return (
    <FieldPart field={field}>
      <RowList
        label={messages.buttons}
        count={items.length}
        nameOf={(index) => t.button(Number(textAt(items[index] ?? null, "index")) + 1)}
        isReadOnly={field.isReadOnly}
        addLabel={t.addButton}
        isFull={items.length >= messagingLimits.templateButtons}
        onAdd={() => list.add({ type: "quick-reply", index: freeIndex(items), payload: "" })}
        onMove={list.move}
        onRemove={list.remove}
      >
        {(index) => <RawButton nodeId={nodeId} path={[...path, "buttons", index]} />}
      </RowList>
    </FieldPart>
  );
}

function freeIndex(items: readonly Json[]): number {
  const taken = new Set(items.map((item) => Number(textAt(item, "index"))));
  let index = 0;
  while (taken.has(index)) index++;
  return index;
}

function RawButton({ nodeId, path }: MessageFormProps) {
  const { template: t } = useTexts().messages;
  const whole = useNodeField(nodeId, path);
  const index = useNodeField(nodeId, [...path, "index"]);
  const type = textAt(whole.value ?? null, "type");
  const known = buttonTypes.find((one) => one === type) ?? "quick-reply";
  const value = useNodeField(nodeId, [...path, valueNames[known]]);
  const choose = (next: string) => {
    const chosen = buttonTypes.find((one) => one === next) ?? "quick-reply";
    whole.set({ type: chosen, index: index.value ?? 0, [valueNames[chosen]]: value.value ?? "" });
  };
  const places = Array.from({ length: messagingLimits.templateButtons }, (_, place) => place);
  return (
    <>
      <div className={styles["columns"]}>
        <SelectControl
          field={choiceField(index, textOf(index.value ?? ""), (next) => index.set(Number(next)))}
          label={t.place}
          options={places.map((place) => ({ value: String(place), label: t.button(place + 1) }))}
        />
        <SelectControl
          field={choiceField(whole, type, choose)}
          label={t.buttonType}
          options={buttonTypes.map((one) => ({ value: one, label: t.buttonTypes[one] }))}
        />
      </div>
      <LimitedControl
        field={value}
        label={t.values[known]}
        limit={limits[known]}
        isRequired={known !== "quick-reply"}
        place={placeOf({ nodeId })}
      />
    </>
  );
}

const limits = {
  "quick-reply": messagingLimits.quickReplyPayloadLength,
  url: messagingLimits.urlLength,
  "copy-code": messagingLimits.couponLength,
  otp: messagingLimits.otpLength,
};

import { readNested } from "@parley/flow";
import type { Json } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { type FieldPath, useNodeField, valueAt } from "../bound-field.ts";
import { LimitedControl } from "../limited-control.tsx";
import { MoreFields } from "../more-fields.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";
import { identifierFor, isFromTitle } from "./identifiers.ts";

type TitledFieldsProps = MessageFormProps & {
  readonly titleLimit: number;
  readonly identifierLimit: number;
  /** The identifiers of all items of the message, this one included. */
  readonly identifiersOf: (message: Json) => readonly string[];
  /** Where the message stands that the item belongs to. */
  readonly messagePath: FieldPath;
  readonly between?: React.ReactNode;
};

/** An item's title, and its identifier, which goes along with the title until a person writes one. */
export function TitledFields(props: TitledFieldsProps) {
  const { nodeId, path, messagePath, identifiersOf } = props;
  const { messages } = useTexts();
  const identifier = useNodeField(nodeId, [...path, "id"]);
  const title = useNodeField(nodeId, [...path, "title"], (next, node) => {
    const item = valueAt(node, path) ?? null;
    const own = textAt(item, "id");
    if (!isFromTitle(own, textAt(item, "title"))) return [];
    const all = [...identifiersOf(readNested(node as unknown as Json, messagePath.map(String)) ?? null)];
    const at = all.indexOf(own);
    const taken = new Set(all.filter((_, index) => index !== at));
    return [{ path: [...path, "id"], value: identifierFor(typeof next === "string" ? next : "", taken) }];
  });
  const shown = typeof identifier.value === "string" ? identifier.value : "";
  const place = placeOf(props);
  return (
    <>
      <LimitedControl field={title} label={messages.title} limit={props.titleLimit} isRequired place={place} />
      {props.between}
      <MoreFields
        isQuiet
        label={shown === "" ? messages.noIdentifier : messages.identifierIs(shown)}
        isUsed={false}
        nodeId={nodeId}
        fields={[identifier.name]}
      >
        <LimitedControl
          field={identifier}
          label={messages.identifier}
          hint={messages.identifierHint}
          limit={props.identifierLimit}
          isRequired
          place={place}
        />
      </MoreFields>
    </>
  );
}

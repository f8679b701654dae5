import type { JsonObject } from "@parley/messaging";
import { textAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { choiceField } from "../choice-field.ts";
import { SelectControl, TextControl } from "../controls.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import { PairsList } from "../pairs-list.tsx";

const types = ["none", "json", "form", "text"] as const;
type BodyType = (typeof types)[number];
type NodeProps = { readonly nodeId: string };

/** What is sent with a request: nothing, or one of three kinds of bodies. */
export function RequestBody({ nodeId }: NodeProps) {
  const { http: t } = useTexts().utilities;
  const body = useNodeField(nodeId, ["config", "body"]);
  const type = types.find((one) => one === textAt(body.value ?? null, "type")) ?? "none";
  const choose = (next: string) => {
    const wanted = types.find((one) => one === next);
    if (wanted === undefined || wanted === type) return;
    body.onBlur();
    // A text that was written stays when it is to be sent as another kind.
    body.set(newBody(wanted, textAt(body.value ?? null, "text")));
    body.onBlur();
  };
  return (
    <>
      <SelectControl
        field={choiceField(body, type, choose)}
        label={t.body}
        options={types.map((value) => ({ value, label: t.bodies[value] }))}
      />
      {type === "form" ? (
        <PairsList
          nodeId={nodeId}
          path={["config", "body", "fields"]}
          title={t.formFields}
          item={t.formField}
          add={t.addFormField}
          most={100}
        />
      ) : null}
      {type === "json" || type === "text" ? <BodyText nodeId={nodeId} type={type} /> : null}
    </>
  );
}

function newBody(type: BodyType, text: string): JsonObject {
  switch (type) {
    case "none":
      return { type };
    case "form":
      return { type, fields: [{ name: "", value: "" }] };
    case "json":
      return { type, text };
    case "text":
      return { type, text, contentType: "text/plain" };
  }
}

function BodyText({ nodeId, type }: NodeProps & { readonly type: "json" | "text" }) {
  const { http: t } = useTexts().utilities;
  const text = useNodeField(nodeId, ["config", "body", "text"]);
  const contentType = useNodeField(nodeId, ["config", "body", "contentType"]);
  return (
    <>
      <ExpressionControl
        field={text}
        label={t.bodyText}
        hint={t.bodyHints[type]}
        isMultiline
        place={{ nodeId, isLeaving: false }}
        {...(type === "json" ? { placeholder: '{ "order": "$(order)" }' } : {})}
      />
      {type === "text" ? <TextControl field={contentType} label={t.contentType} /> : null}
    </>
  );
}

import { messagingLimits } from "@parley/messaging";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { CheckboxControl } from "../controls.tsx";
import { MarkedControl } from "../marked-control.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";

/** A text, and whether its first link shows a preview (WhatsApp node page, Text). */
export function TextForm(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { messages } = useTexts();
  const body = useNodeField(nodeId, [...path, "body"]);
  const previewUrl = useNodeField(nodeId, [...path, "previewUrl"]);
  return (
    <>
      <MarkedControl
        field={body}
        label={messages.body}
        limit={messagingLimits.textBodyLength}
        isRequired
        place={placeOf(props)}
      />
      <CheckboxControl field={previewUrl} label={messages.previewUrl} />
    </>
  );
}

import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { CheckboxControl } from "../controls.tsx";
import { ExpressionControl } from "../expression-control.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";

/** A mark that the contact's message was read. */
export function ReadMarkForm(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { messages } = useTexts();
  const messageId = useNodeField(nodeId, [...path, "messageId"]);
  const showsTyping = useNodeField(nodeId, [...path, "showsTyping"]);
  return (
    <>
      <ExpressionControl
        field={messageId}
        label={messages.marks}
        hint={messages.marksHint}
        isRequired
        place={placeOf(props)}
      />
      <CheckboxControl field={showsTyping} label={messages.showsTyping} hint={messages.showsTypingHint} />
    </>
  );
}

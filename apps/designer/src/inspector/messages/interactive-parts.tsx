import { messagingLimits } from "@parley/messaging";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { LimitedControl } from "../limited-control.tsx";
import { MarkedControl } from "../marked-control.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";

/** The body of an interactive message. */
export function BodyField(props: MessageFormProps) {
  const { messages } = useTexts();
  const body = useNodeField(props.nodeId, [...props.path, "body"]);
  return (
    <MarkedControl
      field={body}
      label={messages.body}
      limit={messagingLimits.interactiveBodyLength}
      isRequired
      place={placeOf(props)}
    />
  );
}

/** The line of small print below it. */
export function FooterField(props: MessageFormProps) {
  const { messages } = useTexts();
  const footer = useNodeField(props.nodeId, [...props.path, "footer"]);
  return (
    <LimitedControl
      field={footer}
      label={messages.footer}
      limit={messagingLimits.footerLength}
      place={placeOf(props)}
    />
  );
}

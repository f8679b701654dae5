import { messagingLimits } from "@parley/messaging";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { LimitedControl } from "../limited-control.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";
import { HeaderControl } from "./header-control.tsx";
import { BodyField, FooterField } from "./interactive-parts.tsx";

/** A message with a button that opens a page. */
export function CtaUrlForm(props: MessageFormProps) {
  const { nodeId, path } = props;
  const { messages } = useTexts();
  const displayText = useNodeField(nodeId, [...path, "displayText"]);
  const url = useNodeField(nodeId, [...path, "url"]);
  const place = placeOf(props);
  return (
    <>
      <HeaderControl {...props} />
      <BodyField {...props} />
      <FooterField {...props} />
      <LimitedControl
        field={displayText}
        label={messages.buttonText}
        limit={messagingLimits.ctaTextLength}
        isRequired
        place={place}
      />
      <LimitedControl
        field={url}
        label={messages.page}
        placeholder="https://"
        limit={messagingLimits.urlLength}
        isRequired
        place={place}
      />
    </>
  );
}

import { messagingLimits, needsOf, type Template, type TemplateNeeds } from "@parley/messaging";
import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import styles from "../inspector.module.css";
import { LimitedControl } from "../limited-control.tsx";
import { type MessageFormProps, placeOf } from "./form-props.ts";
import { HeaderMedia } from "./header-media.tsx";
import { ParameterFields } from "./parameter-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";

type ValuesProps = MessageFormProps & { readonly template: Template };

/** What the message brings for its template: a field for each value that the template wants (WhatsApp node page, Template). */
export function TemplateValues(props: ValuesProps) {
  const { template } = props;
  const { messages } = useTexts();
  const needs = needsOf(template);
  if (template.category === "authentication") return <OneTimePassword {...props} needs={needs} />;
  const isNamed = template.parameterFormat === "named";
  return (
    <>
      <HeaderValue {...props} need={needs.header} />
      {needs.body.length === 0 ? null : (
        <>
          <h3 className={styles["heading"]}>{messages.template.body}</h3>
          {needs.body.map((name, index) => (
            <ParameterFields
              key={name}
              {...props}
              path={[...props.path, "body", index]}
              label={isNamed ? name : messages.template.slot(name)}
              sample={template.bodyExamples[index] ?? ""}
            />
          ))}
        </>
      )}
      {needs.buttons.length === 0 ? null : (
        <>
          <h3 className={styles["heading"]}>{messages.buttons}</h3>
          {needs.buttons.map((need, place) => (
            <ButtonValue key={need.index} {...props} need={need} place={place} />
          ))}
        </>
      )}
      {needs.header === "none" && needs.body.length === 0 && needs.buttons.length === 0 ? (
        <p className={styles["hint"]}>{messages.template.wantsNothing}</p>
      ) : null}
    </>
  );
}

function HeaderValue(props: ValuesProps & { readonly need: TemplateNeeds["header"] }) {
  const { need, template, path } = props;
  const { messages } = useTexts();
  if (need === "none") return null;
  const sample = template.header.type === "text" ? template.header.example : "";
  return (
    <>
      <h3 className={styles["heading"]}>{messages.header}</h3>
      {need === "text" ? (
        <ParameterFields
          {...props}
          path={[...path, "header", "parameter"]}
          label={messages.template.headerValue}
          sample={sample}
        />
      ) : need === "location" ? (
        <PlaceFields {...props} path={[...path, "header", "place"]} />
      ) : (
        <HeaderMedia {...props} path={[...path, "header", "media"]} kind={need} />
      )}
    </>
  );
}

const { couponLength, otpLength, quickReplyPayloadLength, urlLength } = messagingLimits;

type ButtonValueProps = ValuesProps & {
  readonly need: TemplateNeeds["buttons"][number];
  /** Where it stands among those of the message. */
  readonly place: number;
};

function ButtonValue(props: ButtonValueProps) {
  const { nodeId, path, need, template, place } = props;
  const { template: t } = useTexts().messages;
  const payload = useNodeField(nodeId, [...path, "buttons", place, "payload"]);
  const suffix = useNodeField(nodeId, [...path, "buttons", place, "suffix"]);
  const code = useNodeField(nodeId, [...path, "buttons", place, "code"]);
  const scope = placeOf(props);
  switch (need.type) {
    case "quick-reply":
      return (
        <LimitedControl
          field={payload}
          label={t.payloadOf(need.text)}
          hint={t.payloadHint}
          limit={quickReplyPayloadLength}
          place={scope}
        />
      );
    case "url": {
      const button = template.buttons[need.index];
      return (
        <LimitedControl
          field={suffix}
          label={t.suffixOf(need.text)}
          hint={t.suffixHint(button?.type === "url" ? button.url : "")}
          limit={urlLength}
          isRequired
          place={scope}
        />
      );
    }
    default:
      return <LimitedControl field={code} label={t.coupon} limit={couponLength} isRequired place={scope} />;
  }
}

/** The code goes into the text and to the button: it is written once. */
function OneTimePassword(props: ValuesProps & { readonly needs: TemplateNeeds }) {
  const { nodeId, path, needs } = props;
  const { template: t } = useTexts().messages;
  const buttons = needs.buttons.map((_, place) => [...path, "buttons", place, "code"]);
  const field = useNodeField(nodeId, [...path, "body", 0, "text"], (next) =>
    buttons.map((button) => ({ path: button, value: next ?? "" })),
  );
  return (
    <LimitedControl
      field={field}
      label={t.password}
      hint={t.passwordHint}
      limit={otpLength}
      isRequired
      place={placeOf(props)}
    />
  );
}

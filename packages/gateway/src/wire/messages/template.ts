import {
  assertNever,
  type JsonObject,
  type TemplateButtonValue,
  type TemplateMessage,
  type TemplateParameter,
} from "@parley/messaging";
import { dateTimeWireForm } from "./date-time.ts";
import { headerMediaWireForm, withoutEmpty } from "./parts.ts";

/** A message made of a template, on the wire (Cloud API, Template messages). */
export function templateWireForm({ name, language, header, body, buttons }: TemplateMessage): JsonObject {
  const components: JsonObject[] = [
    ...headerComponent(header),
    ...(body.length === 0 ? [] : [{ type: "body", parameters: body.map(parameterWireForm) }]),
    ...buttons.map(buttonComponent),
  ];
  const template = { name, language: { code: language, policy: "deterministic" } };
  return { type: "template", template: components.length === 0 ? template : { ...template, components } };
}

function headerComponent(header: TemplateMessage["header"]): JsonObject[] {
  switch (header.type) {
    case "none":
      return [];
    case "text":
      return [{ type: "header", parameters: [parameterWireForm(header.parameter)] }];
    case "media":
      return [{ type: "header", parameters: [headerMediaWireForm(header.media)] }];
    case "location": {
      const { latitude, longitude, name, address } = header.place;
      const location = { latitude, longitude, ...withoutEmpty({ name, address }) };
      return [{ type: "header", parameters: [{ type: "location", location }] }];
    }
    default:
      return assertNever(header);
  }
}

function parameterWireForm(parameter: TemplateParameter): JsonObject {
  const named = parameter.name === "" ? {} : { parameter_name: parameter.name };
  switch (parameter.type) {
    case "text":
      return { type: "text", ...named, text: parameter.text };
    case "currency": {
      const { code, amount1000, fallback } = parameter;
      return { type: "currency", ...named, currency: { fallback_value: fallback, code, amount_1000: amount1000 } };
    }
    case "date-time": {
      const { timestamp, fallback } = parameter;
      return { type: "date_time", ...named, date_time: dateTimeWireForm(timestamp, fallback) };
    }
    default:
      return assertNever(parameter);
  }
}

/** A one-time password goes to its button as to one that opens a link, whatever type the button has (Cloud API, Authentication templates). */
function buttonComponent(button: TemplateButtonValue): JsonObject {
  const at = (subType: string, parameter: JsonObject): JsonObject => {
    return { type: "button", sub_type: subType, index: String(button.index), parameters: [parameter] };
  };
  switch (button.type) {
    case "quick-reply":
      return at("quick_reply", { type: "payload", payload: button.payload });
    case "url":
      return at("url", { type: "text", text: button.suffix });
    case "copy-code":
      return at("copy_code", { type: "coupon_code", coupon_code: button.code });
    case "otp":
      return at("url", { type: "text", text: button.code });
    default:
      return assertNever(button);
  }
}

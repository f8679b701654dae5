import { type Json, type JsonObject, needsOf, type Template, type TemplateNeeds } from "@parley/messaging";
import { isObject } from "../../document/read-json.ts";
import { listAt, partAt, textAt } from "../../nodes/in-words.ts";

/** A drawn template message with the fields that a template wants: values that were there stay where they fit, by name or by place. */
export function withTemplate(config: Json, template: Template): JsonObject {
  const needs = needsOf(template);
  const { name, language } = template;
  const isNamed = template.parameterFormat === "named" && template.category !== "authentication";
  return {
    type: "template",
    name,
    language,
    header: headerFor(needs, partAt(config, "header"), isNamed),
    body: bodyFor(needs, listAt(config, "body"), isNamed),
    buttons: buttonsFor(needs, listAt(config, "buttons")),
  };
}

/** Whether a drawn template message has the fields that a template wants, no more and no less; what is in them is not looked at. */
export function fitsTemplate(config: Json, template: Template): boolean {
  return shapeOf(config) === shapeOf(withTemplate(config, template));
}

function shapeOf(config: Json): string {
  const header = partAt(config, "header");
  return JSON.stringify([
    textAt(config, "name"),
    textAt(config, "language"),
    [textAt(header, "type"), textAt(header, "media", "kind"), textAt(header, "parameter", "name")],
    listAt(config, "body").map((parameter) => textAt(parameter, "name")),
    listAt(config, "buttons")
      .map((button) => `${textAt(button, "index")} ${textAt(button, "type")}`)
      .toSorted(),
  ]);
}

const noMedia = { source: { type: "link", url: "" }, fileName: "" };
const noPlace = { latitude: "", longitude: "", name: "", address: "" };
const noText = { type: "text", name: "", text: "" };

function headerFor({ header: need, headerName }: TemplateNeeds, given: Json, isNamed: boolean): JsonObject {
  const type = textAt(given, "type");
  switch (need) {
    case "none":
      return { type: "none" };
    case "text": {
      const parameter = type === "text" ? partAt(given, "parameter") : noText;
      return {
        type: "text",
        parameter: { ...(isObject(parameter) ? parameter : noText), name: isNamed ? headerName : "" },
      };
    }
    case "location":
      return { type: "location", place: type === "location" ? partAt(given, "place") : noPlace };
    default: {
      const media = type === "media" ? partAt(given, "media") : null;
      return { type: "media", media: { ...noMedia, ...(isObject(media) ? media : {}), kind: need } };
    }
  }
}

function bodyFor({ body }: TemplateNeeds, given: readonly Json[], isNamed: boolean): readonly Json[] {
  return body.map((need, index) => {
    const known = isNamed ? given.find((parameter) => textAt(parameter, "name") === need) : given[index];
    const parameter = known !== undefined && isObject(known) ? known : noText;
    return { ...parameter, name: isNamed ? need : "" };
  });
}

const valueNames = { "quick-reply": "payload", url: "suffix", "copy-code": "code", otp: "code" } as const;

function buttonsFor({ buttons }: TemplateNeeds, given: readonly Json[]): readonly Json[] {
  return buttons.map(({ index, type }) => {
    const known = given.find((button) => textAt(button, "index") === String(index) && textAt(button, "type") === type);
    return known ?? { type, index, [valueNames[type]]: "" };
  });
}

import { z } from "zod";
import { flowLimits } from "../limits.ts";

/**
 * A field as its schema says it. In a path `[]` stands for an entry of a list, and `{webhook}` for a choice: `trigger{webhook}.fields[].name` is the name of
 * a field, where the trigger's type is `webhook`.
 */
export type SchemaField = {
  readonly path: string;
  /** What it holds, in words: `text, with expressions`. */
  readonly type: string;
  /** The bounds of it, in words; empty for none. */
  readonly limits: readonly string[];
  readonly isRequired: boolean;
  /** As JSON; absent where there is none, or only an empty one. */
  readonly default?: string | undefined;
};

/** The part of JSON Schema that flow's schemas are made of. */
type Schema = {
  readonly type?: string;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly default?: unknown;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly pattern?: string;
};

/** The fields of what a schema reads, in its order. `opaque` are paths that are told as one field. */
export function fieldsOfSchema(schema: z.ZodType, opaque: readonly string[] = []): SchemaField[] {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as Schema;
  return fieldsOf(json, { path: "", isOpaque: (path) => opaque.includes(path) });
}

type Place = { readonly path: string; readonly isOpaque: (path: string) => boolean };

function fieldsOf(schema: Schema, place: Place): SchemaField[] {
  const { path } = place;
  if (schema.oneOf !== undefined)
    return schema.oneOf.flatMap((choice) => fieldsOf(choice, { ...place, path: `${path}{${choiceOf(choice)}}` }));
  if (schema.type === "array") return fieldsOf(schema.items ?? {}, { ...place, path: `${path}[]` });
  return Object.entries(schema.properties ?? {}).flatMap(([name, part]) => {
    if (part.const !== undefined) return [];
    const at = path === "" ? name : `${path}.${name}`;
    const own = fieldOf(part, at, schema.required?.includes(name) === true);
    if (place.isOpaque(at)) return [own];
    const below = fieldsOf(part, { ...place, path: at });
    return part.type === "object" ? below : [own, ...below];
  });
}

/** By what a choice is told from others: its type or operator, or what is common to those that it has. */
function choiceOf({ properties = {} }: Schema): string {
  const told = properties["type"] ?? properties["operator"];
  const [first = "", ...others] = told?.const === undefined ? (told?.enum ?? []) : [told.const];
  if (others.length === 0) return first;
  let common = first;
  while (!others.every((other) => other.startsWith(common))) common = common.slice(0, -1);
  return common === "" ? first : `${common}*`;
}

function fieldOf(schema: Schema, path: string, isRequired: boolean): SchemaField {
  const { default: fallback } = schema;
  const isEmpty = fallback === undefined || ["", "[]", "{}"].includes(JSON.stringify(fallback).replaceAll('"', ""));
  return {
    ...{ path, type: typeOf(schema), limits: limitsOf(schema), isRequired },
    ...(isEmpty ? {} : { default: JSON.stringify(fallback) }),
  };
}

function typeOf(schema: Schema): string {
  if (schema.oneOf !== undefined) return `one of ${schema.oneOf.map((choice) => `\`${choiceOf(choice)}\``).join(", ")}`;
  if (schema.anyOf !== undefined) return "number, or an expression";
  if (schema.enum !== undefined) return `one of ${schema.enum.map((value) => `\`${value}\``).join(", ")}`;
  switch (schema.type) {
    case "array":
      return listOf(schema.items ?? {});
    case "boolean":
      return "yes or no";
    case "integer":
      return "whole number";
    case "number":
      return "number";
    case "object":
      return "object";
    default:
      return schema.maxLength === flowLimits.templateLength ? "text, with expressions" : "text";
  }
}

function listOf(items: Schema): string {
  if (items.oneOf !== undefined || items.type === "object") return "list";
  return items.enum === undefined
    ? `list of ${typeOf(items).replace("text", "texts")}`
    : `list of ${typeOf(items).slice("one of ".length)}`;
}

function limitsOf(schema: Schema): string[] {
  const { minItems = 0, maxItems, minLength = 0, maxLength, pattern } = schema;
  const [number] = schema.anyOf ?? [schema];
  const least = number?.exclusiveMinimum ?? number?.minimum;
  const most = number?.maximum;
  const isBounded = least !== undefined && most !== undefined && most < Number.MAX_SAFE_INTEGER;
  return [
    ...(maxItems === undefined ? [] : [`${minItems} to ${maxItems} entries`]),
    ...(maxLength === undefined || maxLength === flowLimits.templateLength
      ? []
      : [`${minLength} to ${maxLength} characters`]),
    ...(isBounded ? [`${number?.exclusiveMinimum === undefined ? "" : "more than "}${least} to ${most}`] : []),
    ...(pattern === undefined || schema.anyOf !== undefined ? [] : [`\`${pattern}\``]),
  ];
}

import type { Json, JsonObject } from "@parley/messaging";
import diff, { type Difference } from "microdiff";
import { isObject } from "./read-json.ts";

/** What is different between two configs of one node. `list` and `field` are paths within the config, such as `trigger.conditions`. */
export type ConfigChange =
  | { readonly type: "item-added" | "item-removed" | "item-changed"; readonly list: string; readonly item: string }
  | { readonly type: "item-renamed"; readonly list: string; readonly before: string; readonly after: string }
  | { readonly type: "order-changed"; readonly list: string }
  | {
      readonly type: "value-changed";
      readonly field: string;
      readonly before: Json | undefined;
      readonly after: Json | undefined;
    };

/** Tells the changes of a config. Items of a list that have names, such as branches, are followed by their names and not by their places. */
export function configChanges(before: JsonObject, after: JsonObject): readonly ConfigChange[] {
  const [lists, others] = parted(after, (value, name) => isNamedList(value) && isNamedList(before[name]));
  const rest = Object.fromEntries(Object.entries(before).filter(([name]) => !Object.hasOwn(lists, name)));
  return [
    ...Object.entries(lists).flatMap(([name, value]) => listChanges(name, itemsOf(before[name]), itemsOf(value))),
    ...diff(rest, others).map(valueChange),
  ];
}

/** Items by their names, in order. */
type Items = ReadonlyMap<string, JsonObject>;

function listChanges(list: string, before: Items, after: Items): ConfigChange[] {
  const gone = [...before.keys()].filter((item) => !after.has(item));
  const came = [...after.keys()].filter((item) => !before.has(item));
  const renamed = new Map<string, string>();
  for (const from of gone) {
    const known = new Set(renamed.values());
    const to = came.find((item) => !known.has(item) && isSame(inner(before.get(from)), inner(after.get(item))));
    if (to !== undefined) renamed.set(from, to);
  }
  const taken = new Set(renamed.values());
  const kept = [...after.keys()].filter((item) => before.has(item));
  const isMoved = [...before.keys()].filter((item) => after.has(item)).some((item, index) => item !== kept[index]);
  return [
    ...[...renamed].map(([from, to]): ConfigChange => ({ type: "item-renamed", list, before: from, after: to })),
    ...gone.filter((item) => !renamed.has(item)).map((item): ConfigChange => ({ type: "item-removed", list, item })),
    ...came.filter((item) => !taken.has(item)).map((item): ConfigChange => ({ type: "item-added", list, item })),
    ...kept
      .filter((item) => !isSame(before.get(item), after.get(item)))
      .map((item): ConfigChange => ({ type: "item-changed", list, item })),
    ...(isMoved ? [{ type: "order-changed", list } as const] : []),
  ];
}

function valueChange(difference: Difference): ConfigChange {
  return {
    type: "value-changed",
    field: difference.path.join("."),
    before: difference.type === "CREATE" ? undefined : (difference.oldValue as Json),
    after: difference.type === "REMOVE" ? undefined : (difference.value as Json),
  };
}

/** A list of objects that each have a name of their own, or else an outcome, an event or a type. */
function isNamedList(value: Json | undefined): boolean {
  return (
    Array.isArray(value) && value.every((item) => nameOf(item) !== undefined) && itemsOf(value).size === value.length
  );
}

function itemsOf(value: Json | undefined): Items {
  const items: readonly Json[] = Array.isArray(value) ? value : [];
  return new Map(items.flatMap((item) => (isObject(item) ? [[nameOf(item) ?? "", item]] : [])));
}

function nameOf(item: Json): string | undefined {
  const name = isObject(item) ? (item["name"] ?? item["outcome"] ?? item["event"] ?? item["type"]) : undefined;
  return typeof name === "string" ? name : undefined;
}

const names: ReadonlySet<string> = new Set(["name", "outcome", "event", "type"]);

/** What an item holds beside its name. Of one that has nothing else, such as an event, there is nothing to know it again by. */
function inner(item: JsonObject | undefined): JsonObject | undefined {
  const rest = Object.entries(item ?? {}).filter(([field]) => !names.has(field));
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

function isSame(before: JsonObject | undefined, after: JsonObject | undefined): boolean {
  return before !== undefined && after !== undefined && diff(before, after).length === 0;
}

function parted(
  value: JsonObject,
  isFirst: (field: Json, name: string) => boolean,
): readonly [first: JsonObject, second: JsonObject] {
  const fields = Object.entries(value);
  const first = fields.filter(([name, field]) => isFirst(field, name));
  const second = fields.filter(([name, field]) => !isFirst(field, name));
  return [Object.fromEntries(first), Object.fromEntries(second)];
}

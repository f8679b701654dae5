import type { Texts } from "../texts/en/index.ts";

/**
 * What the field at a path is called in full, such as `Branch 2, Condition 1, Value` for `config.branches[1].rows[0].value`. A name that means something
 * else below another one stands in the texts with that before it, as `sections.rows`.
 */
export function fieldLabel(field: string, { inspector }: Texts): string {
  const parts = [...field.matchAll(/([^.[\]]+)(?:\[(\d+)\])?/g)].map(([, name = "", index]) => ({ name, index }));
  const named = parts.map((part, place) => ({ ...part, within: `${parts[place - 1]?.name}.${part.name}` }));
  const numbered = named.flatMap(({ name, within, index }) => {
    const place = lookUp(inspector.places, within) ?? lookUp(inspector.places, name);
    return index === undefined || place === undefined ? [] : [place(Number(index) + 1)];
  });
  const last = named.at(-1);
  const own =
    last === undefined || last.index !== undefined
      ? undefined
      : (lookUp(inspector.fields, last.within) ?? lookUp(inspector.fields, last.name));
  const labels = own === undefined ? numbered : [...numbered, own];
  return labels.length === 0 ? field : inspector.place(labels);
}

/** A sentence that begins with a field's path, with the field's label in its place. */
export function sentenceFor(message: string, field: string, label: string): string {
  return message.startsWith(`${field} `) ? `${label} ${message.slice(field.length + 1)}` : message;
}

function lookUp<Value>(table: { readonly [name: string]: Value }, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

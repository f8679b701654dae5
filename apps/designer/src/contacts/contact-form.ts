import type { ContactView } from "@parley/api";
import { waIdOfNumber } from "../apps/wa-link.ts";
import type { InputProblems } from "../server/input-problems.ts";

/** One field of a profile as it is typed. `key` tells it from the others while its name changes. */
export type FieldRow = { readonly key: number; readonly name: string; readonly value: string };

/** A contact as it is typed. */
export type ContactForm = {
  readonly name: string;
  readonly waId: string;
  readonly bsuid: string;
  readonly customerId: string;
  readonly fields: readonly FieldRow[];
};

/** What is known of a contact, in a form; values that are no texts are shown as JSON. */
export function toContactForm({ name = "", waId, bsuid = "", customerId = "", fields }: ContactView): ContactForm {
  return {
    name,
    waId: waId === undefined ? "" : `+${waId}`,
    bsuid,
    customerId,
    fields: Object.entries(fields).map(([field, value], key) => ({ key, name: field, value: textOf(value) })),
  };
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What of a contact was changed: what was emptied is taken away, and what was not touched is not written, so that values that are no texts stay. */
export function contactChange(before: ContactForm, after: ContactForm) {
  const values = (["name", "bsuid", "customerId"] as const).flatMap((key) =>
    after[key].trim() === before[key].trim() ? [] : [[key, after[key].trim() || null] as const],
  );
  const [waIdBefore, waId] = [before.waId, after.waId].map(waIdOf);
  const fields = fieldChange(before.fields, after.fields);
  return {
    ...(Object.fromEntries(values) as Partial<Record<"name" | "bsuid" | "customerId", string | null>>),
    ...(waId === waIdBefore ? {} : { waId: waId ?? null }),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
  };
}

function fieldChange(before: readonly FieldRow[], after: readonly FieldRow[]): Record<string, string | null> {
  const known = new Map(before.map(({ name, value }) => [name, value]));
  const kept = new Set(after.map(({ name }) => name.trim()));
  const gone = [...known.keys()].filter((name) => !kept.has(name)).map((name) => [name, null] as const);
  const written = after
    .map(({ name, value }) => [name.trim(), value] as const)
    .filter(([name, value]) => known.get(name) !== value);
  return Object.fromEntries([...gone, ...written]);
}

/** What was typed of a new contact; what was left empty is left out. */
export function newContact({ name, waId, bsuid, customerId, fields }: ContactForm) {
  const texts = { name, waId: waIdOf(waId) ?? waId, bsuid, customerId };
  const given = Object.entries(texts).flatMap(([key, value]) => (value.trim() === "" ? [] : [[key, value.trim()]]));
  return {
    ...(Object.fromEntries(given) as Partial<typeof texts>),
    ...(fields.length === 0 ? {} : { fields: Object.fromEntries(fields.map((row) => [row.name.trim(), row.value])) }),
  };
}

/** The digits of a number; undefined for none, and for a text that is no number. */
function waIdOf(text: string): string | undefined {
  return text.trim() === "" ? undefined : (waIdOfNumber(text) ?? text.trim());
}

type Words = {
  readonly waIdProblem: string;
  readonly fieldNameProblem: string;
  readonly fieldNameTwice: string;
  readonly fieldNameMissing: string;
};

/** The problems of a form that the server's schema does not tell as people would: by `waId`, and by `fields[0]` for the name of the first field. */
export function withContactProblems(problems: InputProblems, form: ContactForm, t: Words): InputProblems {
  const own = new Map(problems);
  const isNumber = form.waId.trim() === "" || waIdOfNumber(form.waId) !== undefined;
  if (!isNumber) own.set("waId", t.waIdProblem);
  form.fields.forEach(({ name }, index) => {
    const problem = nameProblem(name.trim(), form.fields.slice(0, index), t);
    if (problem !== undefined) own.set(`fields[${index}]`, problem);
  });
  return own;
}

function nameProblem(name: string, earlier: readonly FieldRow[], t: Words): string | undefined {
  if (name === "") return t.fieldNameMissing;
  if (!/^[A-Za-z_]\w{0,99}$/.test(name)) return t.fieldNameProblem;
  return earlier.some((row) => row.name.trim() === name) ? t.fieldNameTwice : undefined;
}

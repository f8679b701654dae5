import type { JsonObject } from "@parley/messaging";
import { z } from "zod";
import type { AccountTemplate } from "../../index.ts";
import { simulatorLimits } from "../../limits.ts";
import { type Reading, read, readWith, refused } from "../../provider/reading.ts";
import { eventNameOf } from "../../templates/account-template.ts";
import { templateWireForm } from "../../templates/template-wire.ts";
import { fieldsOf } from "./fields.ts";

const { templatesPage, templatesUsualPage } = simulatorLimits;

const querySchema = z.object({
  fields: z.string().optional(),
  limit: z.coerce.number("must be a number.").int("must be a whole number.").min(1).max(templatesPage).optional(),
  after: z.string().optional(),
  before: z.string().optional(),
  name: z.string().optional(),
  status: z.string().optional(),
  category: z.string().optional(),
  language: z.string().optional(),
});

type Query = z.infer<typeof querySchema>;

/** A page of templates. */
type Page = {
  readonly query: Query;
  readonly templates: readonly AccountTemplate[];
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
};

/** Reads which page is asked for, of the templates that pass the filters (Cloud API, Message templates, Get; Graph API, Paging). */
export function readPage(all: readonly AccountTemplate[], query: unknown): Reading<Page> {
  const reading = readWith(querySchema, query as JsonObject);
  if (!reading.isValid) return reading;
  const { after, before, limit = templatesUsualPage } = reading.value;
  const found = all.filter((known) => passes(known, reading.value));
  const cursor = after ?? before;
  const place = cursor === undefined ? -1 : found.findIndex(({ id }) => id === idOf(cursor));
  if (cursor !== undefined && place < 0) return refused(131059, { details: "The cursor leads to no template." });
  const start = after !== undefined ? place + 1 : before !== undefined ? Math.max(0, place - limit) : 0;
  const end = before !== undefined && after === undefined ? place : start + limit;
  const templates = found.slice(start, end);
  return read({ query: reading.value, templates, hasNext: end < found.length, hasPrevious: start > 0 });
}

function passes({ template, status }: AccountTemplate, query: Query): boolean {
  const isOf = (asked: string | undefined, value: string) =>
    asked === undefined || asked.split(",").some((each) => each.trim().toLowerCase() === value.toLowerCase());
  return (
    isOf(query.name, template.name) &&
    isOf(query.status, eventNameOf(status)) &&
    isOf(query.category, template.category) &&
    isOf(query.language, template.language)
  );
}

/** A page on the wire. The cursors come with every page that has a template, also with the last one; only the link says whether more follows. */
export function templatePage({ query, templates, hasNext, hasPrevious }: Page, url: URL): JsonObject {
  const data = templates.map((known) => {
    const form = templateWireForm(known);
    return fieldsOf(form, query, Object.keys(form));
  });
  const [first] = templates;
  const last = templates.at(-1);
  if (first === undefined || last === undefined) return { data };
  const cursors = { before: cursorOf(first), after: cursorOf(last) };
  const next = hasNext ? { next: linkTo(url, "after", cursors.after) } : {};
  const previous = hasPrevious ? { previous: linkTo(url, "before", cursors.before) } : {};
  return { data, paging: { cursors, ...next, ...previous } };
}

function linkTo(url: URL, way: "after" | "before", cursor: string): string {
  const link = new URL(url);
  for (const name of ["after", "before"]) link.searchParams.delete(name);
  link.searchParams.set(way, cursor);
  return link.href;
}

function cursorOf({ id }: AccountTemplate): string {
  return Buffer.from(id).toString("base64url");
}

function idOf(cursor: string): string {
  return Buffer.from(cursor, "base64url").toString("latin1");
}

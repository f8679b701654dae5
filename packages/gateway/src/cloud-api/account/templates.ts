import type { Json, Template, TemplateStatus } from "@parley/messaging";
import { z } from "zod";
import type { AccountAnswer, ProviderTemplate, TemplateList } from "../../account.ts";
import { gatewayLimits } from "../../limits.ts";
import { readTemplate } from "../../wire/template/read-template.ts";
import { templateStatusOf } from "../../wire/template/status.ts";
import { templateComponents, templateCreation } from "../../wire/template/template-wire-form.ts";
import { lenient, wireIdSchema } from "../../wire/wire.ts";
import type { Caller } from "./caller.ts";
import { doneSchema } from "./done.ts";

const edge = "message_templates";
const fields = "id,name,language,category,status,parameter_format,components,rejected_reason";
const { templatePages, templatesPerPage } = gatewayLimits;

const pageSchema = z.object({
  data: z.array(z.custom<Json>((listed) => listed !== undefined)),
  paging: lenient(z.object({ next: lenient(z.string()), cursors: lenient(z.object({ after: lenient(z.string()) })) })),
});
type Page = z.infer<typeof pageSchema>;

/** Lists the templates of a business account, page by page (Cloud API, Message templates; Graph API, Cursor-based pagination). */
export async function listTemplates(
  call: Caller,
  businessAccountId: string,
  signal: AbortSignal,
): Promise<AccountAnswer<TemplateList>> {
  const templates: ProviderTemplate[] = [];
  let unreadable = 0;
  let after: string | undefined;
  for (let page = 0; page < templatePages; page++) {
    const query = { fields, limit: String(templatesPerPage), after };
    const answer = await call({ method: "GET", path: [businessAccountId, edge], query }, pageSchema, signal);
    if (answer.type !== "done") return answer;
    for (const listed of answer.value.data) {
      const template = readTemplate(listed);
      if (template === undefined) unreadable += 1;
      else templates.push(template);
    }
    after = cursorAfter(answer.value, after);
    if (after === undefined) return { type: "done", value: { templates, unreadable } };
  }
  const most = templatePages * templatesPerPage;
  return { type: "failed", reason: `The business account has more than ${most} templates, the most that are read.` };
}

/** Where the next page begins. A last page may have a cursor too: it has no link to a next one and is not full, or it is empty. */
function cursorAfter({ data, paging }: Page, before: string | undefined): string | undefined {
  const after = paging?.cursors?.after;
  if (data.length === 0 || after === before) return undefined;
  return paging?.next === undefined && data.length < templatesPerPage ? undefined : after;
}

const submittedSchema = z
  .object({ id: wireIdSchema, status: z.string().catch("PENDING") })
  .transform(({ id, status }) => ({ providerId: id, status: templateStatusOf(status) ?? ("pending" as const) }));

/** Submits a template for approval (Cloud API, Message templates, Create). */
export function submitTemplate(
  call: Caller,
  businessAccountId: string,
  { template, signal }: { readonly template: Template; readonly signal: AbortSignal },
): Promise<AccountAnswer<{ readonly providerId: string; readonly status: TemplateStatus }>> {
  const body = templateCreation(template);
  return call({ method: "POST", path: [businessAccountId, edge], body }, submittedSchema, signal);
}

/** Replaces the components of a template, which is then looked at anew (Cloud API, Template management, Edit). Name, language and category stay. */
export function editTemplate(
  call: Caller,
  providerId: string,
  { template, signal }: { readonly template: Template; readonly signal: AbortSignal },
): Promise<AccountAnswer<undefined>> {
  const body = { components: templateComponents(template) };
  return call({ method: "POST", path: [providerId], body }, doneSchema, signal);
}

/** Removes a template: with the provider's id the one in its language, without it those of the name in all languages (Cloud API, Template management, Delete). */
export function removeTemplate(
  call: Caller,
  businessAccountId: string,
  {
    template: { name, providerId },
    signal,
  }: {
    readonly template: { readonly name: string; readonly providerId?: string | undefined };
    readonly signal: AbortSignal;
  },
): Promise<AccountAnswer<undefined>> {
  const query = { hsm_id: providerId, name };
  return call({ method: "DELETE", path: [businessAccountId, edge], query }, doneSchema, signal);
}

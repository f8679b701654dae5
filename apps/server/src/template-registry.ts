import type { GatewayUpdate, ProviderTemplate } from "@parley/gateway";
import { type RegisteredTemplate, type Template, templateSchema } from "@parley/messaging";
import type { TemplateStore } from "@parley/store";

/** What a sync has found. */
export type SyncResult = { readonly added: number; readonly changed: number; readonly removed: number };

/** Makes an app's registry like the provider's list. Drafts stay; what was submitted and is no longer there is gone. */
export async function syncTemplates(
  templates: TemplateStore,
  appId: string,
  found: readonly ProviderTemplate[],
): Promise<SyncResult> {
  const known = new Map((await templates.list(appId)).map((one) => [keyOf(one), one]));
  const updatedAt = Date.now();
  const fresh = found.map((one): RegisteredTemplate => {
    const { draft } = known.get(keyOf(one)) ?? {};
    return { appId, ...one, ...(draft === undefined ? {} : { draft }), updatedAt };
  });
  const news = fresh.filter((one) => !isSame(known.get(keyOf(one)), one));
  await templates.save(news);
  const there = new Set(fresh.map(keyOf));
  const gone = [...known.values()].filter((one) => one.status !== "draft" && !there.has(keyOf(one)));
  for (const { template } of gone) await templates.remove(appId, template.name, template.language);
  const added = news.filter((one) => !known.has(keyOf(one))).length;
  return { added, changed: news.length - added, removed: gone.length };
}

/** Takes the provider's word on a template, for every app that has it. Gives how many have. */
export async function takeTemplateStatus(
  templates: TemplateStore,
  appIds: readonly string[],
  update: Extract<GatewayUpdate, { type: "template-status" }>,
): Promise<number> {
  const { name, language, status, reason, providerId } = update;
  const found = await Promise.all(appIds.map((appId) => templates.get(appId, name, language)));
  const known = found.filter((one) => one !== undefined);
  const updatedAt = Date.now();
  await templates.save(
    known.map((one) => ({
      ...one,
      status,
      reason,
      updatedAt,
      providerId: providerId === "" ? one.providerId : providerId,
    })),
  );
  return known.length;
}

/**
 * Writes down that the provider took a template. Its answer takes a while: what its webhook has told meanwhile stands, because it is the later word, and
 * changes that somebody has saved meanwhile wait beside what was submitted.
 */
export async function takeSubmission(
  templates: TemplateStore,
  known: RegisteredTemplate,
  submitted: Pick<RegisteredTemplate, "template" | "status" | "providerId">,
): Promise<RegisteredTemplate> {
  const { name, language } = known.template;
  const current = (await templates.get(known.appId, name, language)) ?? known;
  const changes = contentOf(current);
  const isChanged = !isEqual(changes, submitted.template);
  // A change that was saved is told by its text, so that what else is newer is the provider's word.
  const isTold = current.status !== known.status || (current.updatedAt !== known.updatedAt && !isChanged);
  const next: RegisteredTemplate = {
    ...known,
    ...submitted,
    ...(isTold ? { status: current.status, reason: current.reason } : { reason: "" }),
    draft: isChanged ? changes : undefined,
    updatedAt: Date.now(),
  };
  await templates.save([next]);
  return next;
}

/** What somebody is writing: the changes where there are any. */
export function contentOf({ template, draft }: Pick<RegisteredTemplate, "template" | "draft">): Template {
  return draft ?? template;
}

function isEqual(one: Template, other: Template): boolean {
  return JSON.stringify(templateSchema.parse(one)) === JSON.stringify(templateSchema.parse(other));
}

function keyOf({ template: { name, language } }: Pick<RegisteredTemplate, "template">): string {
  return `${name}/${language}`;
}

/** Whether nothing has changed but the time. */
function isSame(known: RegisteredTemplate | undefined, next: RegisteredTemplate): boolean {
  const content = ({ template, status, reason, providerId }: RegisteredTemplate): string =>
    JSON.stringify([templateSchema.parse(template), status, reason, providerId ?? ""]);
  return known !== undefined && content(known) === content(next);
}

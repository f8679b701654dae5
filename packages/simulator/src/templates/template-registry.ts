import type { Clock, Template } from "@parley/messaging";
import { createBoundedMap } from "../bounded-map.ts";
import type { TemplateUpdate } from "../update.ts";
import { type AccountTemplate, type AccountTemplateStatus, eventNameOf } from "./account-template.ts";
import { createEditQuota, type EditQuota } from "./edit-quota.ts";
import { createReviewers, type Reviewers } from "./reviewers.ts";
import { createTemplateShelf, nameOf, type TemplateShelf } from "./template-shelf.ts";

/** Why a change is refused: as the table of the wire's errors names it. */
export type TemplateRefusal = "exists" | "being-deleted" | "full" | "not-editable" | "edited-too-often" | "unknown";

/** What came of a change. */
export type TemplateChange =
  | { readonly type: "done"; readonly template: AccountTemplate }
  | { readonly type: "refused"; readonly why: TemplateRefusal };

/** A template to be put there as it is; it gets an id of its own unless one is given. */
export type TemplatePart = Pick<AccountTemplate, "businessAccountId" | "template" | "status"> & {
  readonly id?: string | undefined;
};

/** Why a status was set: Meta's word and a sentence. */
export type StatusReason = { readonly reason?: string | undefined; readonly explanation?: string | undefined };

/** The templates of all business accounts, within bounds. A name and a language together name one within an account. */
export interface TemplateRegistry {
  /** Hands one in for review: it is pending, and approved or rejected when the review is over. */
  submit(businessAccountId: string, template: Template): TemplateChange;
  /** Replaces one that was approved, rejected or paused, which is reviewed again. Its name and language stay. */
  edit(id: string, template: Template): TemplateChange;
  /** Removes every language of a name, or the one with that id; gives how many there were. The name of an approved one stays blocked for 30 days. */
  remove(businessAccountId: string, which: { readonly name: string; readonly id?: string | undefined }): number;
  /** Puts one there as it is, without telling anybody, in the place of one of the same name and language; a pending one is reviewed. */
  put(part: TemplatePart): AccountTemplate;
  /** Sets a status and tells the business, as a reviewer would; undefined when there is no such template. */
  setStatus(id: string, status: AccountTemplateStatus, why?: StatusReason): AccountTemplate | undefined;
  get(id: string): AccountTemplate | undefined;
  find(businessAccountId: string, name: string, language: string): AccountTemplate | undefined;
  /** Those of an account, the oldest first. */
  list(businessAccountId: string): readonly AccountTemplate[];
  /** Who looks at what is handed in. */
  readonly reviewers: Pick<Reviewers, "afterMs" | "setAfterMs">;
  clear(): void;
}

/** What a registry works with. */
export type TemplateRegistryOptions = {
  readonly clock: Clock;
  readonly nextId: () => string;
  readonly reviewAfterMs: number | null;
  readonly tell: (update: TemplateUpdate) => void;
  readonly limits: { readonly templates: number; readonly accountTemplates: number };
};

/** Deleted names of approved templates are blocked for this long (Cloud API, Message templates, deletion). */
const blockedMs = 30 * 24 * 60 * 60 * 1000;

/** Makes an empty registry. */
export function createTemplateRegistry(options: TemplateRegistryOptions): TemplateRegistry {
  const { clock, nextId, tell, limits } = options;
  const shelf = createTemplateShelf(limits.templates);
  const blockedUntil = createBoundedMap<string, number>(limits.templates);
  const edits = createEditQuota(clock, limits.templates);

  function put({ id = nextId(), ...part }: TemplatePart): AccountTemplate {
    const template = shelf.keep({ id, ...part, ...nothingToSay });
    if (template.status === "pending") reviewers.begin(template);
    return template;
  }

  function setStatus(id: string, status: AccountTemplateStatus, why: StatusReason = {}): AccountTemplate | undefined {
    const known = shelf.get(id);
    const changed = known && shelf.keep({ ...known, status, ...nothingToSay, ...withoutUndefined(why) });
    if (changed !== undefined) tell(updateOf(changed, clock.now()));
    return changed;
  }

  /** The review is of the template as it was handed in: one that was changed or removed meanwhile is not touched by it. */
  const reviewers = createReviewers(clock, options.reviewAfterMs, (reviewed, { status, ...why }) => {
    if (shelf.get(reviewed.id) === reviewed) setStatus(reviewed.id, status, why);
  });

  const handIn = (part: TemplatePart): TemplateChange => ({ type: "done", template: put(part) });

  return {
    submit: (businessAccountId, template) => {
      const added: TemplatePart = { businessAccountId, template, status: "pending" };
      const blocked = blockedUntil.get(nameOf(added)) ?? 0;
      const why = refusalOf(shelf, added, { isBlocked: clock.now() < blocked, most: limits.accountTemplates });
      return why === undefined ? handIn(added) : { type: "refused", why };
    },
    edit: (id, template) => {
      const known = shelf.get(id);
      if (known === undefined) return { type: "refused", why: "unknown" };
      const why = editRefusalOf(known, edits);
      if (why !== undefined) return { type: "refused", why };
      const { name, language } = known.template;
      return handIn({ ...known, template: { ...template, name, language }, status: "pending" });
    },
    remove: (businessAccountId, { name, id }) => {
      const all = shelf.list(businessAccountId).filter(({ template }) => template.name === name);
      const found = id === undefined ? all : all.filter((known) => known.id === id);
      for (const gone of found) shelf.remove(gone);
      const approved = found.filter(({ status }) => status === "approved");
      for (const gone of approved) blockedUntil.set(nameOf(gone), clock.now() + blockedMs);
      return found.length;
    },
    put: (part) => {
      const known = shelf.find(part.businessAccountId, part.template.name, part.template.language);
      if (known !== undefined) shelf.remove(known);
      return put({ ...part, id: part.id ?? known?.id });
    },
    setStatus,
    ...{ get: shelf.get, find: shelf.find, list: shelf.list },
    reviewers,
    clear: () => {
      for (const part of [shelf, blockedUntil, edits]) part.clear();
      reviewers.reset();
    },
  };
}

/** Why a template cannot be edited now. */
function editRefusalOf({ id, status }: AccountTemplate, edits: EditQuota): TemplateRefusal | undefined {
  if (status === "pending" || status === "disabled") return "not-editable";
  return status === "approved" && !edits.take(id) ? "edited-too-often" : undefined;
}

const nothingToSay = { reason: "NONE", explanation: "" } as const;

/** Why a template cannot be handed in. */
function refusalOf(
  shelf: TemplateShelf,
  { businessAccountId, template }: TemplatePart,
  { isBlocked, most }: { readonly isBlocked: boolean; readonly most: number },
): TemplateRefusal | undefined {
  if (shelf.find(businessAccountId, template.name, template.language) !== undefined) return "exists";
  if (isBlocked) return "being-deleted";
  return shelf.list(businessAccountId).length >= most ? "full" : undefined;
}

function updateOf({ id, businessAccountId, template, status, reason, explanation }: AccountTemplate, at: number) {
  const { name, language, category } = template;
  const event = eventNameOf(status);
  return { type: "template", businessAccountId, id, name, language, category, event, reason, explanation, at } as const;
}

function withoutUndefined({ reason, explanation }: StatusReason): Partial<AccountTemplate> {
  return { ...(reason !== undefined && { reason }), ...(explanation !== undefined && { explanation }) };
}

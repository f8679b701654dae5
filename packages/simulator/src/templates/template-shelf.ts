import { createBoundedMap } from "../bounded-map.ts";
import type { AccountTemplate } from "./account-template.ts";

/** Where templates lie, found by id and by name, within bounds. */
export interface TemplateShelf {
  /** Adds a template, or replaces the one of its id. */
  keep(template: AccountTemplate): AccountTemplate;
  get(id: string): AccountTemplate | undefined;
  find(businessAccountId: string, name: string, language: string): AccountTemplate | undefined;
  /** Those of an account, the oldest first. */
  list(businessAccountId: string): AccountTemplate[];
  remove(template: AccountTemplate): void;
  clear(): void;
}

/** Makes an empty shelf; beyond `maximum` the oldest template goes. */
export function createTemplateShelf(maximum: number): TemplateShelf {
  const byId = createBoundedMap<string, AccountTemplate>(maximum, (oldest) => byName.delete(nameOf(oldest)));
  const byName = new Map<string, AccountTemplate>();

  return {
    keep: (template) => {
      byId.set(template.id, template);
      byName.set(nameOf(template), template);
      return template;
    },
    get: (id) => byId.get(id),
    find: (businessAccountId, name, language) => byName.get(`${businessAccountId} ${language} ${name}`),
    list: (businessAccountId) =>
      Array.from(byId.values()).filter((template) => template.businessAccountId === businessAccountId),
    remove: (template) => {
      byId.delete(template.id);
      byName.delete(nameOf(template));
    },
    clear: () => {
      byId.clear();
      byName.clear();
    },
  };
}

/** What names a template for people; neither an account's id nor a language has a space. */
export function nameOf({
  businessAccountId,
  template,
}: Pick<AccountTemplate, "businessAccountId" | "template">): string {
  return `${businessAccountId} ${template.language} ${template.name}`;
}

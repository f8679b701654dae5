import type { RegisteredTemplate } from "@parley/messaging";

/** Where the template registries of apps are kept. */
export interface TemplateStore {
  /** Those of an app by name and language. */
  list(appId: string): Promise<readonly RegisteredTemplate[]>;
  get(appId: string, name: string, language: string): Promise<RegisteredTemplate | undefined>;
  /** Inserted or replaced, by app, name and language. */
  save(templates: readonly RegisteredTemplate[]): Promise<void>;
  /** Gives false when there is none. */
  remove(appId: string, name: string, language: string): Promise<boolean>;
}

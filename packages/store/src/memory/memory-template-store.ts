import type { TemplateStore } from "../index.ts";
import { compareText, copyOf, keyOf, type MemoryData } from "./memory-data.ts";

/** The template registries of a memory store. */
export function createMemoryTemplateStore(open: () => MemoryData): TemplateStore {
  return {
    list: async (appId) => {
      const found = [...open().templates.values()].filter((row) => row.appId === appId);
      return copyOf(
        found.toSorted(
          ({ template: left }, { template: right }) =>
            compareText(left.name, right.name) || compareText(left.language, right.language),
        ),
      );
    },
    get: async (appId, name, language) => {
      const row = open().templates.get(keyOf(appId, name, language));
      return row && copyOf(row);
    },
    save: async (rows) => {
      const { templates } = open();
      for (const row of copyOf(rows)) {
        templates.set(keyOf(row.appId, row.template.name, row.template.language), row);
      }
    },
    remove: async (appId, name, language) => open().templates.delete(keyOf(appId, name, language)),
  };
}

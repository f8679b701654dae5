import { checkTemplate, templateSchema } from "@parley/messaging";
import { describe, expect, it } from "vitest";
import { languageName, languageOptions, templateLanguages } from "./languages.ts";

describe("It is true that a language", () => {
  it("is called by its name and code", () => {
    expect(languageName("en_US", "en-GB")).toBe("English (United States), en_US");
    expect(languageName("nl", "en-GB")).toBe("Dutch, nl");
  });

  it("that nobody knows is called by its code", () => {
    expect(languageName("xx_QQQ!", "en-GB")).toBe("xx_QQQ!");
  });

  it("that is offered stands there once, has a name, and passes Meta's rules", () => {
    expect(templateLanguages.length).toBeGreaterThan(60);
    expect(new Set(templateLanguages).size).toBe(templateLanguages.length);
    for (const { value, label } of languageOptions("en-GB")) {
      expect(label).not.toBe(value);
      const template = templateSchema.parse({ name: "a", language: value, category: "utility", body: "Hello" });
      expect(checkTemplate(template)).toEqual([]);
    }
  });
});

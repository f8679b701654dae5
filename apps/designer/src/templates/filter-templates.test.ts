import type { TemplateView } from "@parley/api";
import { templateSchema } from "@parley/messaging";
import { describe, expect, it } from "vitest";
import { filterTemplates } from "./filter-templates.ts";
import { readTemplateSearch, type TemplateSearch } from "./template-search.ts";

const view = (name: string, rest: object, status: TemplateView["status"] = "approved"): TemplateView => ({
  appId: "juniper",
  template: templateSchema.parse({ name, language: "en", category: "utility", body: "Hello", ...rest }),
  status,
  reason: "",
  updatedAt: 0,
  problems: [],
});
const all = [
  view("order_10", { body: "Your order is ready" }),
  view("order_9", { category: "marketing" }, "draft"),
  view("order_9", { language: "de", body: "Café" }, "rejected"),
  view("code", { category: "authentication", body: "" }),
];
const found = (search: TemplateSearch) =>
  filterTemplates(all, search).map(({ template }) => `${template.name} ${template.language}`);

describe("It is true that templates", () => {
  it("are in the order of names, numbers by their size, and then of languages", () => {
    expect(found({})).toEqual(["code en", "order_9 de", "order_9 en", "order_10 en"]);
  });

  it("are found by words of the name and the text, whatever case and accents", () => {
    expect(found({ q: "ORDER ready" })).toEqual(["order_10 en"]);
    expect(found({ q: "cafe" })).toEqual(["order_9 de"]);
  });

  it("are found by status, category and language", () => {
    expect(found({ status: "draft" })).toEqual(["order_9 en"]);
    expect(found({ category: "authentication" })).toEqual(["code en"]);
    expect(found({ language: "de", q: "order" })).toEqual(["order_9 de"]);
  });
});

describe("It is true that the address of the list", () => {
  it("is read as far as it fits", () => {
    const search = { app: "juniper", q: 17, status: "approved", category: "news", language: "", other: 1 };
    expect(readTemplateSearch(search)).toEqual({ app: "juniper", q: "17", status: "approved" });
  });
});

import { type Template, templateSchema } from "@parley/messaging";

/** A template that Meta approves: utility, with one placeholder in its body, or as the change says. */
export function templateWith(change: Readonly<Record<string, unknown>> = {}): Template {
  return templateSchema.parse({
    ...{ name: "order_shipped", language: "en_US", category: "utility" },
    ...{ body: "Your order {{1}} is on its way.", bodyExamples: ["A-17"] },
    ...change,
  });
}

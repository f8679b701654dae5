import { type Json, templateSchema } from "@parley/messaging";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { templates } from "../../templates.test-support.ts";
import { readTemplate } from "./read-template.ts";
import { templateCreation } from "./template-wire-form.ts";

const sample = templateSchema.parse({ name: "hello", language: "en", category: "utility", body: "Hi." });

test("A template that was written and is read again is the same", () => {
  fc.assert(
    fc.property(templates, (template) => {
      expect(templateSchema.safeParse(template).error?.issues).toBeUndefined();
      const listed = JSON.parse(JSON.stringify({ id: "1", status: "APPROVED", ...templateCreation(template) }));
      expect(readTemplate(listed)).toEqual({ providerId: "1", status: "approved", reason: "", template });
    }),
    { numRuns: 300 },
  );
});

test("No JSON value makes the reading of a template throw, in whole or in a part", () => {
  const junk = fc.jsonValue() as fc.Arbitrary<Json>;
  const whole = templateCreation(sample);
  const places = ["name", "language", "category", "status", "parameter_format", "components", "rejected_reason"];
  fc.assert(
    fc.property(
      junk,
      fc.constantFrom(...places),
      fc.constantFrom("HEADER", "BODY", "BUTTONS"),
      (value, place, type) => {
        expect(readTemplate(value)).toBeUndefined();
        const listed = { id: "1", status: "APPROVED", ...whole };
        expect(readTemplate({ ...listed, [place]: value })?.template.body).toBeOneOf([undefined, "Hi."]);
        const component = { type, text: value, format: value, example: value, buttons: value };
        expect(readTemplate({ ...listed, components: [component] })?.providerId).toBeOneOf([undefined, "1"]);
      },
    ),
  );
});

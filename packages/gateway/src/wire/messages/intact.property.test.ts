import { outboundMessageSchema } from "@parley/messaging";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { outboundMessages } from "../../outbound-messages.test-support.ts";
import { requestWith } from "../../send-request.test-support.ts";
import { requestBody } from "./index.ts";

test.each(Object.entries(outboundMessages))(
  "Every text of a message of type %s that its schema takes goes to the wire whole",
  (_type, messages) => {
    fc.assert(
      fc.property(messages, (message) => {
        expect(outboundMessageSchema.safeParse(message).error?.issues).toBeUndefined();
        const sent: unknown = JSON.parse(JSON.stringify(requestBody({ ...requestWith("c1.1.0"), message })));
        const wire = new Set(textsOf(sent));
        for (const text of textsOf(message)) expect(wire).toContain(text);
      }),
      { numRuns: 100 },
    );
  },
);

/** Fields whose texts choose one of a few things, and have names of their own on the wire. */
const choices = new Set(["type", "kind", "mimeType"]);

/** Every text in a value that says something, at any depth. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string") return value === "" ? [] : [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => (choices.has(key) ? [] : textsOf(part)));
}

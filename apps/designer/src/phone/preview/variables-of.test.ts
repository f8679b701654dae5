import { expect, test } from "vitest";
import { variablesOf } from "./variables-of.ts";

test("variables of the flow come first, then what nodes put out, by the names that expressions have for them", () => {
  const conversation = {
    ...({ id: "c1", status: "live", nodeId: "n4", result: undefined } as const),
    variables: { choice: "1", order: { id: 7 } },
    outputs: { n4: { receive: { message: "1", count: 2 } }, n2: { whatsapp: { username: "Sam" } } },
  };
  expect(variablesOf(conversation)).toEqual([
    { name: "choice", value: "1" },
    { name: "order", value: '{"id":7}' },
    { name: "n4.receive.message", value: "1" },
    { name: "n4.receive.count", value: "2" },
    { name: "n2.whatsapp.username", value: "Sam" },
  ]);
});

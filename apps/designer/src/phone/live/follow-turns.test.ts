import { expect, test } from "vitest";
import { readTurn } from "./follow-turns.ts";

const turn = {
  ...{ conversationId: "c1", flowId: "story", flowVersion: 2, waId: "0001", at: 5, event: "message-received" },
  ...{ left: [{ nodeId: "n2", outcome: "onBegin" }], nodeId: "n3", status: "live" },
};

test("a turn is read from its JSON", () => {
  expect(readTurn(JSON.stringify(turn))).toEqual(turn);
});

test.each(["", "{", "null", "{}", JSON.stringify({ ...turn, left: "n2" })])("%j is no turn", (text) => {
  expect(readTurn(text)).toBeUndefined();
});

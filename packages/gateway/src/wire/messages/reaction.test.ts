import { expect, test } from "vitest";
import { reactionWireForm } from "./reaction.ts";

test("A reaction names its message, and has an empty emoji when it is taken away", () => {
  expect(reactionWireForm({ type: "reaction", messageId: "wamid.1", emoji: "👍" })).toEqual({
    type: "reaction",
    reaction: { message_id: "wamid.1", emoji: "👍" },
  });
  expect(reactionWireForm({ type: "reaction", messageId: "wamid.1", emoji: "" })).toEqual({
    type: "reaction",
    reaction: { message_id: "wamid.1", emoji: "" },
  });
});

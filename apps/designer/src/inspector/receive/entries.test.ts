import { expect, test } from "vitest";
import { en } from "../../texts/en/index.ts";
import { newEntry, ofType, outcomeOf } from "./entries.ts";

test("It is true that an entry leaves by its own name, else by that of its event", () => {
  expect(outcomeOf({ type: "whatsapp.mo" })).toBe("whatsapp.mo");
  expect(outcomeOf({ type: "whatsapp.mo", outcome: "Photo" })).toBe("Photo");
  expect(outcomeOf({ type: "custom-event", event: "paid" })).toBe("paid");
});

test("It is true that a new entry waits for what is not waited for yet, and then gets a name of its own", () => {
  const one = newEntry([], en);
  expect(one).toEqual({ type: "whatsapp.mo" });
  expect(newEntry([one], en)).toEqual({ type: "whatsapp.postback" });
  const all = ["whatsapp.mo", "whatsapp.postback", "whatsapp.list", "whatsapp.reply"].map((type) => ({ type }));
  expect(newEntry(all, en)).toEqual({ type: "whatsapp.mo", outcome: "Message 2" });
  expect(newEntry([...all, { type: "whatsapp.mo", outcome: "Message 2" }], en)).toMatchObject({ outcome: "Message 3" });
});

test("It is true that an entry for another event keeps what that event has too", () => {
  const entry = { type: "whatsapp.mo", outcome: "Yes", from: "$(other)", keywords: ["yes"], media: ["text"] };
  expect(ofType(entry, "whatsapp.list", [], en)).toEqual({ type: "whatsapp.list", outcome: "Yes", from: "$(other)" });
  expect(ofType(entry, "custom-event", [], en)).toEqual({
    type: "custom-event",
    event: "",
    match: [{ key: "", value: "" }],
    outcome: "Yes",
  });
  expect(ofType({ type: "whatsapp.mo" }, "whatsapp.list", [{ type: "whatsapp.list" }], en)).toEqual({
    type: "whatsapp.list",
    outcome: "List choice 2",
  });
});

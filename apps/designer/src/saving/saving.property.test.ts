import fc from "fast-check";
import { expect, it } from "vitest";
import { openDocument } from "../document/open-document.ts";
import { type SavedSession, savedSession } from "./saving.test-support.ts";

/** What may happen while a flow is edited. */
const happening = fc.oneof(
  fc.record({ type: fc.constant("rename" as const), text: fc.string({ minLength: 1, maxLength: 3 }) }),
  fc.record({ type: fc.constant("note" as const), text: fc.string({ maxLength: 3 }) }),
  fc.constantFrom({ type: "undo" as const }, { type: "redo" as const }, { type: "save" as const }),
  fc.record({ type: fc.constant("pass" as const), ms: fc.integer({ min: 0, max: 6_000 }) }),
  fc.record({
    type: fc.constant("fail" as const),
    code: fc.constantFrom("unreachable" as const, "unavailable" as const, "unauthorized" as const, "garbled" as const),
    when: fc.constantFrom("before" as const, "after" as const),
    times: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ type: fc.constant("refuse" as const) }),
);

type Happening = typeof happening extends fc.Arbitrary<infer One> ? One : never;

async function happen({ session, saving, server, clock, rename }: SavedSession, one: Happening): Promise<void> {
  const { editor } = session;
  switch (one.type) {
    case "rename":
      return rename(one.text);
    case "note":
      return editor.edit({ label: "Note" }, (draft) => {
        draft.notes.push({
          id: `note${draft.notes.length}`,
          text: one.text,
          position: { x: 0, y: 0 },
          width: 1,
          height: 1,
        });
      });
    case "undo":
      return editor.undo();
    case "redo":
      return editor.redo();
    case "save":
      return void (await saving.saveNow());
    case "pass":
      return clock.pass(one.ms);
    case "fail":
      return server.failNext(one.code, { when: one.when, times: one.times });
    case "refuse":
      return server.failNext("invalid-input");
  }
}

it("It is true that whatever fails on the way, the server comes to have what was drawn, each change once, and no one else is suspected", async () => {
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(happening, { maxLength: 40 }), async (canPatch, happenings) => {
      const saved = savedSession(canPatch);
      for (const one of happenings) {
        await happen(saved, one);
        expect(saved.saving.trouble.getState().conflict).toBeUndefined();
      }
      const { session, server, copies, saving, clock } = saved;
      await clock.pass(200_000);
      // What was refused as a whole waits for a person.
      server.failNext("unreachable", { times: 0 });
      await saving.saveNow();
      expect(openDocument(server.stored().draft)).toEqual(session.editor.document());
      expect(session.saving.getState().status).toBe("saved");
      expect(copies.all()).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

import { describe, expect, it } from "vitest";
import { openDocument } from "../document/open-document.ts";
import { savedSession } from "./saving.test-support.ts";

const nameOf = (draft: unknown): string => openDocument(draft).name;

describe("It is true that a draft", () => {
  it("that nobody edits is never saved", async () => {
    const { clock, server, saving } = savedSession();
    await clock.pass(60_000);
    expect(await saving.saveNow()).toBe(true);
    saving.leave();
    await saving.stop();
    expect(server.sent).toEqual([]);
  });

  it("is saved by its patches after a pause, and says so", async () => {
    const { clock, server, session, rename } = savedSession();
    rename("A");
    expect(session.saving.getState()).toMatchObject({ status: "unsaved", revision: 1 });
    await clock.pass(799);
    expect(server.sent).toEqual([]);
    await clock.pass(1);
    expect(server.sent).toEqual(["patches"]);
    expect(nameOf(server.stored().draft)).toBe("A");
    expect(session.saving.getState()).toEqual({ status: "saved", revision: 2, savedAt: 800, reason: undefined });
  });

  it("can be undone after it was saved, and that is saved too", async () => {
    const { clock, server, session, rename } = savedSession();
    rename("A");
    await clock.pass(1_000);
    session.editor.undo();
    await clock.pass(1_000);
    expect(nameOf(server.stored().draft)).toBe("Order status");
    expect(session.saving.getState()).toMatchObject({ status: "saved", revision: 3 });
  });

  it("is sent as a whole over one that lacks fields", async () => {
    const { clock, server, rename } = savedSession(false);
    rename("A");
    await clock.pass(1_000);
    rename("B");
    await clock.pass(1_000);
    expect(server.sent).toEqual(["document", "patches"]);
    expect(nameOf(server.stored().draft)).toBe("B");
  });
});

describe("It is true that while the server has not acknowledged it", () => {
  it("a copy is on this device, and no longer", async () => {
    const { clock, copies, rename } = savedSession();
    rename("A");
    await clock.pass(300);
    expect(copies.all()).toMatchObject([{ id: "unsaved", kind: "unsaved", revision: 1 }]);
    expect(nameOf(copies.all()[0]?.draft)).toBe("A");
    await clock.pass(1_000);
    expect(copies.all()).toEqual([]);
  });

  it("saving goes on until there is an answer", async () => {
    const { clock, server, session, copies, rename } = savedSession();
    server.failNext("unreachable");
    rename("A");
    await clock.pass(1_000);
    expect(session.saving.getState().status).toBe("offline");
    expect(copies.all()).toHaveLength(1);
    await clock.pass(1_000);
    expect(session.saving.getState()).toMatchObject({ status: "saved", revision: 2 });
  });

  it("a page that goes keeps what was just written, and tries to send it", async () => {
    const { copies, server, saving, rename } = savedSession();
    rename("A");
    saving.leave();
    expect(nameOf(copies.all()[0]?.draft)).toBe("A");
    expect(server.sent).toEqual(["patches"]);
  });

  it("what was sent and whose answer was lost is no one else's change", async () => {
    const { clock, server, session, saving, rename } = savedSession();
    server.failNext("unreachable", { when: "after" });
    rename("A");
    await clock.pass(1_000);
    expect(server.stored().revision).toBe(2);
    rename("B");
    await clock.pass(2_000);
    expect(saving.trouble.getState().conflict).toBeUndefined();
    expect(nameOf(server.stored().draft)).toBe("B");
    expect(session.saving.getState()).toMatchObject({ status: "saved", revision: 3 });
  });

  it("patches that the server refuses go as a whole, and a refusal of that is told", async () => {
    const { clock, server, session, copies, rename } = savedSession();
    server.failNext("invalid-input");
    rename("A");
    await clock.pass(1_000);
    expect(server.sent).toEqual(["patches", "document"]);
    expect(session.saving.getState().status).toBe("saved");
    server.failNext("too-large", { times: 2 });
    rename("B");
    await clock.pass(60_000);
    expect(session.saving.getState()).toMatchObject({ status: "failed", reason: "It failed.", revision: 2 });
    expect(copies.all()).toMatchObject([{ kind: "unsaved", draft: { name: "B" } }]);
    rename("C");
    await clock.pass(1_000);
    expect(session.saving.getState()).toMatchObject({ status: "saved", revision: 3, reason: undefined });
  });

  it("who is signed out is told, and saved once he is back", async () => {
    const { clock, server, session, saving, rename } = savedSession();
    server.failNext("unauthorized");
    rename("A");
    await clock.pass(800);
    expect(saving.trouble.getState().isSignedOut).toBe(true);
    await clock.pass(1_000);
    expect(saving.trouble.getState().isSignedOut).toBe(false);
    expect(session.saving.getState().status).toBe("saved");
  });
});

describe("It is true that where someone else saved", () => {
  async function conflicting() {
    const saved = savedSession();
    saved.server.saveElsewhere((draft) => ({ ...draft, description: "Theirs" }));
    saved.rename("Mine");
    await saved.clock.pass(1_000);
    return saved;
  }

  it("nothing is sent until a person has chosen", async () => {
    const { saving, server, session, clock, rename } = await conflicting();
    expect(session.saving.getState()).toMatchObject({ status: "conflict", revision: 1 });
    expect(saving.trouble.getState().conflict).toMatchObject({ revision: 2, theirs: { description: "Theirs" } });
    rename("Mine, further");
    await clock.pass(60_000);
    expect(server.stored().revision).toBe(2);
  });

  it("mine goes over theirs, which stays here", async () => {
    const { saving, server, session, copies } = await conflicting();
    await saving.keepMine();
    expect(openDocument(server.stored().draft)).toMatchObject({ name: "Mine", description: "" });
    expect(session.saving.getState()).toMatchObject({ status: "saved", revision: 3 });
    expect(copies.all()).toMatchObject([{ kind: "theirs", revision: 2, draft: { description: "Theirs" } }]);
  });

  it("theirs is taken, and mine stays here", async () => {
    const { saving, server, session, copies, clock, rename } = await conflicting();
    await saving.takeTheirs();
    expect(session.editor.document()).toMatchObject({ name: "Order status", description: "Theirs" });
    expect(session.saving.getState()).toMatchObject({ status: "saved", revision: 2 });
    expect(copies.all()).toMatchObject([{ kind: "mine", revision: 1, draft: { name: "Mine" } }]);
    rename("Next");
    await clock.pass(1_000);
    expect(openDocument(server.stored().draft)).toMatchObject({ name: "Next", description: "Theirs" });
  });

  it("who saves a third time meanwhile is met again", async () => {
    const { saving, server, session, copies } = await conflicting();
    server.saveElsewhere((draft) => ({ ...draft, description: "Theirs again" }));
    await saving.keepMine();
    expect(session.saving.getState().status).toBe("conflict");
    expect(saving.trouble.getState().conflict).toMatchObject({ revision: 3 });
    await saving.keepMine();
    expect(server.stored()).toMatchObject({ revision: 4, draft: { name: "Mine" } });
    expect(copies.all().map(({ revision }) => revision)).toEqual([2, 3]);
  });

  it("the same was said on both sides, there is no conflict", async () => {
    const { server, session, saving, clock, rename } = savedSession();
    server.saveElsewhere((draft) => ({ ...draft, name: "Same" }));
    rename("Same");
    await clock.pass(1_000);
    expect(saving.trouble.getState().conflict).toBeUndefined();
    expect(session.saving.getState()).toMatchObject({ status: "saved", revision: 2 });
  });
});

describe("It is true that unsaved changes of an earlier page", () => {
  const kept = { id: "old", flowId: "order-status", kind: "unsaved", at: 5 } as const;

  it("are restored as one step that can be undone, and saved", async () => {
    const { saving, session, copies, server, clock } = savedSession();
    const copy = { ...kept, revision: 1, draft: { ...session.editor.document(), name: "Before" } };
    await copies.put(copy);
    await saving.restore(copy, "Restore");
    expect(session.editor.store.getState()).toMatchObject({ document: { name: "Before" }, undoLabel: "Restore" });
    expect(copies.all().map(({ id }) => id)).toEqual(["unsaved"]);
    await clock.pass(1_000);
    expect(server.stored()).toMatchObject({ revision: 2, draft: { name: "Before" } });
  });

  it("to an older revision are a conflict with the one that is there", async () => {
    const { saving, session, server, clock } = savedSession();
    await saving.restore({ ...kept, revision: 0, draft: { ...session.editor.document(), name: "Before" } }, "Restore");
    await clock.pass(60_000);
    expect(server.sent).toEqual([]);
    expect(saving.trouble.getState().conflict).toMatchObject({ revision: 1, theirs: { name: "Order status" } });
    await saving.keepMine();
    expect(server.stored()).toMatchObject({ revision: 2, draft: { name: "Before" } });
  });
});

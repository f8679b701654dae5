import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { newDocument, openDocument } from "../../document/open-document.ts";
import { createSession, type FlowSession } from "../../session/flow-session.ts";
import { previewMaker } from "./begin-preview.ts";
import {
  act,
  isOutdated,
  isUntouched,
  type PreviewMaker,
  previewRunOf,
  type RunningPreview,
  startPreview,
} from "./preview-run.ts";

const path = new URL("../../../../../examples/order-status.flow.json", import.meta.url);
const example: unknown = JSON.parse(readFileSync(path, "utf8"));
const load = () => Promise.resolve(previewMaker);

function sessionWith(draft: unknown = example): FlowSession {
  return createSession(openDocument(draft), { mode: "edit", revision: 1 });
}

function runningOf(session: FlowSession): RunningPreview {
  const run = previewRunOf(session);
  if (run.type !== "running") throw new Error(`The preview is ${run.type}.`);
  return run;
}

function rename(session: FlowSession): void {
  session.editor.edit({ label: "Rename" }, (draft) => {
    const [, greeting] = draft.nodes;
    if (greeting !== undefined) greeting.name = "Other";
  });
}

describe("It is true of a preview in the designer that", () => {
  test("it runs the draft, greets, and takes the answer", async () => {
    const session = sessionWith();
    await startPreview(session, load);
    expect(isUntouched(previewRunOf(session))).toBe(true);
    await act(session, (preview) => preview.write("Hello"));
    await act(session, (preview) => preview.write("1"));
    const { state } = runningOf(session);
    expect(state.entries.map(({ direction, text }) => `${direction} ${text.slice(0, 9)}`)).toEqual([
      "in Hello",
      "out Hi Sam, t",
      "in 1",
      "out Good news",
      "out Is there ",
    ]);
    expect(state.conversations.at(-1)?.variables).toEqual({ choice: "1" });
    expect(isUntouched(previewRunOf(session))).toBe(false);
  });

  test("what is under way is counted, and no longer once it is done", async () => {
    const session = sessionWith();
    await startPreview(session, load);
    const writing = act(session, (preview) => preview.write("Hello"));
    const skipping = act(session, (preview) => preview.skipToNext());
    expect(runningOf(session).underWay).toBe(2);
    await Promise.all([writing, skipping]);
    expect(runningOf(session).underWay).toBe(0);
  });

  test("a draft with errors says which, and nothing runs", async () => {
    const session = sessionWith(newDocument({ id: "new", name: "New" }));
    await startPreview(session, load);
    const run = previewRunOf(session);
    expect(run.type === "wrong" ? run.issues.map(({ nodeId }) => nodeId) : []).toContain("n2");
    await act(session, () => Promise.reject(new Error("nothing runs")));
  });

  test("it goes on with the draft that it began with, until it begins anew", async () => {
    const session = sessionWith();
    await startPreview(session, load);
    runningOf(session).preview.setReceipts("delivered");
    await act(session, (preview) => preview.write("Hello"));
    rename(session);
    expect(isOutdated(previewRunOf(session), session.editor.document())).toBe(true);
    expect(runningOf(session).state.entries).toHaveLength(2);
    await startPreview(session, load);
    expect(isOutdated(previewRunOf(session), session.editor.document())).toBe(false);
    expect(runningOf(session).state).toMatchObject({ entries: [], receipts: "delivered" });
  });

  test("one that was begun anew meanwhile does not come back", async () => {
    const session = sessionWith();
    const { promise, resolve } = Promise.withResolvers<PreviewMaker>();
    const first = startPreview(session, () => promise);
    await startPreview(session, load);
    const { preview } = runningOf(session);
    resolve(previewMaker);
    await first;
    expect(runningOf(session).preview).toBe(preview);
  });

  test("an engine that cannot be loaded is said to be so", async () => {
    const session = sessionWith();
    await startPreview(session, () => Promise.reject(new Error("offline")));
    expect(previewRunOf(session)).toEqual({ type: "not-loaded" });
  });
});

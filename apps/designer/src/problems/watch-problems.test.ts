import { describe, expect, test } from "vitest";
import { addNode } from "../document/commands/index.ts";
import { newDocument, openDocument } from "../document/open-document.ts";
import { createSession, type FlowSession } from "../session/flow-session.ts";
import { factsOf } from "./facts.ts";
import { type Waiting, watchProblems } from "./watch-problems.ts";

type Wait = { readonly kind: number | "idle"; readonly run: () => void };

/** Time by hand: each check takes as long as it is told, and waits run when they are told to. */
function manualWaiting(checkMs: number) {
  const waits = new Set<Wait>();
  let time = 0;
  const wait = (kind: Wait["kind"], run: () => void) => {
    const one = { kind, run };
    waits.add(one);
    return () => void waits.delete(one);
  };
  const waiting: Waiting = { now: () => (time += checkMs), after: wait, idle: (run) => wait("idle", run) };
  const runAll = () => {
    for (const one of [...waits]) if (waits.delete(one)) one.run();
  };
  return { waiting, runAll, kinds: () => [...waits].map(({ kind }) => kind) };
}

function addEnds(session: FlowSession, count: number): void {
  session.editor.edit({ label: "Add" }, (draft) => {
    for (let index = 0; index < count; index++) addNode(draft, { type: "end", position: { x: 0, y: 0 } });
  });
}

/** A flow with a Start and Ends that no way leads to. */
function opened(nodes = 1): FlowSession {
  const document = newDocument({ id: "shop", name: "Shop" });
  const ends = Array.from({ length: nodes - 1 }, (_, index) => ({ id: `n${index + 3}`, type: "end" }));
  const draft = { ...document, nodes: [...document.nodes, ...ends] };
  return createSession(openDocument(draft), { mode: "edit", revision: 1 });
}

function unreachable(session: FlowSession): number {
  return session.problems.getState().issues.filter(({ code }) => code === "unreachable").length;
}

describe("It is true that problems", () => {
  test("are found as a flow is opened", () => {
    const session = opened();
    addEnds(session, 1);
    watchProblems(session, manualWaiting(10).waiting);
    expect(unreachable(session)).toBe(1);
  });

  test("are found with the change itself where checking is quick", () => {
    const session = opened();
    const time = manualWaiting(1);
    watchProblems(session, time.waiting);
    addEnds(session, 2);
    expect(unreachable(session)).toBe(2);
    expect(time.kinds()).toEqual([]);
  });

  test("are found once after the last change where checking takes a while", () => {
    const session = opened();
    const time = manualWaiting(10);
    watchProblems(session, time.waiting);
    addEnds(session, 1);
    addEnds(session, 1);
    expect(unreachable(session)).toBe(0);
    expect(time.kinds()).toEqual([150]);
    time.runAll();
    expect(unreachable(session)).toBe(2);
  });

  test("of a large flow wait for an idle moment too", () => {
    const session = opened(500);
    const time = manualWaiting(10);
    watchProblems(session, time.waiting);
    addEnds(session, 1);
    time.runAll();
    expect(time.kinds()).toEqual(["idle"]);
    expect(unreachable(session)).toBe(499);
    time.runAll();
    expect(unreachable(session)).toBe(500);
  });

  test("of a flow with one node less do not", () => {
    const session = opened(499);
    const time = manualWaiting(10);
    watchProblems(session, time.waiting);
    addEnds(session, 1);
    time.runAll();
    expect(time.kinds()).toEqual([]);
    expect(unreachable(session)).toBe(499);
  });

  test("follow undo and a document from outside", () => {
    const session = opened();
    watchProblems(session, manualWaiting(1).waiting);
    addEnds(session, 1);
    session.editor.undo();
    expect(unreachable(session)).toBe(0);
    session.editor.redo();
    session.editor.reset(newDocument({ id: "shop", name: "Shop" }));
    expect(unreachable(session)).toBe(0);
  });

  test("are looked for again when more is known of the server", () => {
    const message = { type: "template", name: "gone", language: "en", header: { type: "none" }, body: [], buttons: [] };
    const document = newDocument({ id: "shop", name: "Shop" });
    const send = { id: "n3", type: "whatsapp", config: { message } };
    const draft = { ...document, nodes: [...document.nodes, send] };
    const session = createSession(openDocument(draft), { mode: "edit", revision: 1 });
    watchProblems(session, manualWaiting(1).waiting);
    const codes = () => session.problems.getState().issues.map(({ code }) => code);
    expect(codes()).not.toContain("unknown-template");
    factsOf(session).setState({ templates: new Set<string>() });
    expect(codes()).toContain("unknown-template");
    factsOf(session).setState({ templates: new Set(["gone/en"]) });
    expect(codes()).not.toContain("unknown-template");
  });

  test("are no longer looked for when watching has stopped", () => {
    const session = opened();
    const time = manualWaiting(10);
    const stop = watchProblems(session, time.waiting);
    addEnds(session, 1);
    stop();
    expect(time.kinds()).toEqual([]);
    addEnds(session, 1);
    expect(time.kinds()).toEqual([]);
    expect(unreachable(session)).toBe(0);
  });
});

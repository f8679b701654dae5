import { afterEach, describe, expect, test, vi } from "vitest";
import { newDocument, openDocument } from "../document/open-document.ts";
import { createSession, type FlowSession, select } from "../session/flow-session.ts";
import { en } from "../texts/en/index.ts";
import { commandChoices } from "./command-palette.tsx";
import { provideFrame } from "./frame.ts";
import { actions, isActionEnabled, keysOf, runAction } from "./registry.ts";

const chain = openDocument({
  format: "parley.flow/1",
  id: "chain",
  name: "Chain",
  nodes: [
    { id: "n2", type: "start", config: { trigger: { type: "whatsapp", event: "whatsapp.mo" } } },
    { id: "n3", type: "delay", name: "Pause", config: { seconds: 1 }, position: { x: 300, y: 0 } },
    { id: "n4", type: "end", config: { result: "success" }, position: { x: 600, y: 100 } },
  ],
  edges: [
    { id: "e1", source: "n2", outcome: "onBegin", target: "n3" },
    { id: "e2", source: "n3", outcome: "onTimeout", target: "n4" },
  ],
});

const sessionOf = (mode: FlowSession["mode"] = "edit") => createSession(chain, { mode, revision: 1 });
const nodeIds = (session: FlowSession) => session.editor.document().nodes.map(({ id }) => id);
const edges = (session: FlowSession) =>
  session.editor.document().edges.map(({ source, outcome, target }) => `${source} ${outcome} ${target}`);

describe("It is true of the registry that", () => {
  test("ids and keys are each given once, and every action has a title", () => {
    const ids = actions.map(({ id }) => id);
    const keys = actions.flatMap(({ keys: first, otherKeys = [] }) => [...(first ? [first] : []), ...otherKeys]);
    expect(ids.length).toBeGreaterThan(30);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(keys).size).toBe(keys.length);
    for (const action of actions) expect(action.title(en)).toMatch(/\w/);
  });

  test("in a version that is only read nothing can be changed", () => {
    const session = sessionOf("read");
    select(session, { nodeIds: new Set(["n3", "n4"]) });
    for (const { id } of actions.filter(({ group }) => group === "edit")) {
      if (id === "copy" || id === "select-all") continue;
      expect([id, isActionEnabled(id, session)]).toEqual([id, false]);
    }
    runAction("delete", session);
    expect(nodeIds(session)).toEqual(["n2", "n3", "n4"]);
  });

  test("with nothing selected there is nothing to delete, and the Start alone cannot be", () => {
    const session = sessionOf();
    expect(isActionEnabled("delete", session)).toBe(false);
    select(session, { nodeIds: new Set(["n2"]) });
    expect(isActionEnabled("delete", session)).toBe(false);
  });
});

describe("It is true that", () => {
  test("delete takes the selection away and undo brings it back", () => {
    const session = sessionOf();
    select(session, { nodeIds: new Set(["n3"]) });
    runAction("delete", session);
    expect([nodeIds(session), edges(session)]).toEqual([["n2", "n4"], []]);
    expect(session.view.getState().nodeIds.size).toBe(0);
    runAction("undo", session);
    expect(session.editor.document()).toEqual(chain);
    runAction("redo", session);
    expect(nodeIds(session)).toEqual(["n2", "n4"]);
  });

  test("delete and reconnect leaves no gap", () => {
    const session = sessionOf();
    select(session, { nodeIds: new Set(["n3"]) });
    runAction("delete-and-reconnect", session);
    expect(edges(session)).toEqual(["n2 onBegin n4"]);
  });

  test("duplicate selects what it made", () => {
    const session = sessionOf();
    select(session, { nodeIds: new Set(["n3"]) });
    runAction("duplicate", session);
    const [made, ...others] = session.view.getState().nodeIds;
    expect(others).toEqual([]);
    expect(session.editor.document().nodes.find(({ id }) => id === made)).toMatchObject({ type: "delay" });
    expect(["n2", "n3", "n4"]).not.toContain(made);
  });

  test("select all takes nodes and edges, and aligning moves them in one step", () => {
    const session = sessionOf();
    runAction("select-all", session);
    expect([...session.view.getState().nodeIds]).toEqual(["n2", "n3", "n4"]);
    expect([...session.view.getState().edgeIds]).toEqual(["e1", "e2"]);
    runAction("align-top", session);
    expect(new Set(session.editor.document().nodes.map(({ position }) => position.y))).toEqual(new Set([0]));
    runAction("undo", session);
    expect(session.editor.document()).toEqual(chain);
  });

  test("next and previous problem go round the nodes that have one, to its field", () => {
    const session = sessionOf();
    const issue = (nodeId: string, field: string) =>
      ({ severity: "error", code: "x", nodeId, field, message: "x" }) as const;
    const issues = [issue("n3", "config.seconds"), issue("n3", "name"), issue("n4", "config.result")];
    session.problems.setState({ issues });
    const visited = (["next-problem", "next-problem", "next-problem", "previous-problem"] as const).map((id) => {
      runAction(id, session);
      const { nodeIds: selected, wantedField } = session.view.getState();
      return [...selected, wantedField];
    });
    expect(visited).toEqual([
      ["n3", "config.seconds"],
      ["n4", "config.result"],
      ["n3", "config.seconds"],
      ["n4", "config.result"],
    ]);
  });

  test("saving and leaving ask the page, while there is one", () => {
    const session = sessionOf();
    const asked: string[] = [];
    const stop = provideFrame(session, {
      saveNow: () => void asked.push("save"),
      goToList: () => void asked.push("list"),
    });
    runAction("save-now", session);
    runAction("go-list", session);
    stop();
    runAction("save-now", session);
    expect(asked).toEqual(["save", "list"]);
  });

  test("the outline has no zoom and no search of its own", () => {
    const session = sessionOf();
    expect(isActionEnabled("zoom-all", session)).toBe(true);
    runAction("toggle-outline", session);
    expect(session.view.getState().surface).toBe("outline");
    expect([isActionEnabled("zoom-all", session), isActionEnabled("search", session)]).toEqual([false, false]);
    runAction("toggle-outline", session);
    expect(session.view.getState().surface).toBe("canvas");
  });
});

describe("It is true that the palette", () => {
  test("offers what can be done now with its keys, every node and every problem", () => {
    const session = sessionOf();
    session.problems.setState({
      issues: [{ severity: "warning", code: "x", nodeId: "n3", message: "Not wired." }],
    });
    const choices = commandChoices(session, en);
    expect(choices.map(({ id }) => id)).toEqual(expect.arrayContaining(["action-tidy", "node-n3", "problem-0"]));
    expect(choices.map(({ id }) => id)).not.toContain("action-undo");
    expect(choices.find(({ id }) => id === "action-make-live")?.keys).toBe(keysOf("make-live"));
    choices.find(({ id }) => id === "node-n4")?.onChoose();
    expect([...session.view.getState().nodeIds]).toEqual(["n4"]);
  });

  test("says what undo would undo", () => {
    const session = createSession(newDocument({ id: "new", name: "New" }), { mode: "edit", revision: 1 });
    session.editor.edit({ label: "Rename the flow" }, (draft) => void (draft.name = "Newer"));
    expect(commandChoices(session, en).find(({ id }) => id === "action-undo")?.detail).toBe("Rename the flow");
  });
});

describe("It is true of the phone that", () => {
  afterEach(() => vi.unstubAllGlobals());

  test("on a wide window it stands beside the panel", () => {
    vi.stubGlobal("innerWidth", 1_440);
    const session = sessionOf();
    runAction("toggle-phone", session);
    expect(session.view.getState()).toMatchObject({ isPhoneOpen: true, panel: "inspector" });
  });

  test("on a smaller one it takes the panel's place and gives it back", () => {
    vi.stubGlobal("innerWidth", 1_280);
    const session = sessionOf();
    runAction("toggle-phone", session);
    expect(session.view.getState()).toMatchObject({ isPhoneOpen: true, panel: undefined });
    runAction("toggle-phone", session);
    expect(session.view.getState()).toMatchObject({ isPhoneOpen: false, panel: "inspector" });
  });
});

import { describe, expect, it } from "vitest";
import { createSession } from "../session/flow-session.ts";
import { newDocument } from "../document/open-document.ts";
import { readEditorSearch, searchOf, viewOf } from "./editor-search.ts";

const view = createSession(newDocument({ id: "a", name: "A" }), { mode: "edit", revision: 1 }).view.getState();

describe("It is true that the address of an open flow", () => {
  it("says nothing of what is as usual", () => {
    expect(searchOf(view)).toEqual({});
  });

  it("leads to the same view again", () => {
    const looked = {
      ...view,
      nodeIds: new Set(["n4"]),
      surface: "outline",
      panel: undefined,
      isPhoneOpen: true,
    } as const;
    const search = searchOf(looked);
    expect(search).toEqual({ node: "n4", view: "outline", panel: "none", phone: true });
    expect(viewOf(search, () => true)).toEqual({
      nodeIds: new Set(["n4"]),
      surface: "outline",
      panel: undefined,
      isPhoneOpen: true,
      wantedView: { type: "node", nodeId: "n4" },
    });
  });

  it("names a node only where it is the one selected, and shows none that is not there", () => {
    expect(searchOf({ ...view, nodeIds: new Set(["n4", "n5"]) })).toEqual({});
    expect(viewOf({ node: "n9" }, () => false)).toMatchObject({ nodeIds: new Set() });
  });

  it("is read as far as it fits", () => {
    expect(readEditorSearch({ node: 7, version: 3, panel: "problems", phone: true, trace: "c-1" })).toEqual({
      node: "7",
      version: 3,
      panel: "problems",
      phone: true,
      trace: "c-1",
    });
    expect(readEditorSearch({ node: "", version: -1, panel: "x", view: "list", phone: "yes", utm: 1 })).toEqual({});
  });
});

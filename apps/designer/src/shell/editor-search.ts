import type { Panel, ViewState } from "../session/flow-session.ts";

/** What the address says of an open flow: each a link that can be sent to someone. */
export type EditorSearch = {
  /** The node that is selected and shown. */
  readonly node?: string;
  readonly view?: "outline";
  readonly panel?: Panel | "none";
  /** The version that is read in the draft's place. */
  readonly version?: number;
  /** The conversation whose way is shown. */
  readonly trace?: string;
  readonly phone?: true;
};

const panels: readonly Panel[] = ["inspector", "problems", "versions", "flow"];
const longestId = 100;

/** Reads the search parameters of an editor's address. What does not fit is passed over: an old link still opens the flow. */
export function readEditorSearch(search: Readonly<Record<string, unknown>>): EditorSearch {
  const { view, panel, version, phone } = search;
  const node = idOf(search["node"]);
  const trace = idOf(search["trace"]);
  const known = panel === "none" ? panel : panels.find((one) => one === panel);
  return {
    ...(node === undefined ? {} : { node }),
    ...(view === "outline" ? { view } : {}),
    ...(known === undefined ? {} : { panel: known }),
    ...(typeof version === "number" && Number.isSafeInteger(version) && version > 0 ? { version } : {}),
    ...(trace === undefined ? {} : { trace }),
    ...(phone === true ? { phone } : {}),
  };
}

/** Ids are texts, though an address may write one as a number. */
function idOf(input: unknown): string | undefined {
  const text = typeof input === "number" ? String(input) : input;
  return typeof text === "string" && text.length > 0 && text.length <= longestId ? text : undefined;
}

/** The part of the address that says what is looked at. What is as usual is left out. */
export type ViewSearch = Pick<EditorSearch, "node" | "view" | "panel" | "phone">;

/** What the address is to say of what is looked at. */
export function searchOf({ nodeIds, surface, panel, isPhoneOpen }: ViewState): ViewSearch {
  const [node, ...others] = nodeIds;
  return {
    ...(node !== undefined && others.length === 0 ? { node } : {}),
    ...(surface === "outline" ? { view: surface } : {}),
    ...(panel === "inspector" ? {} : { panel: panel ?? "none" }),
    ...(isPhoneOpen ? { phone: true } : {}),
  };
}

/** Whether two addresses show the same. */
export function isSameView(left: ViewSearch, right: ViewSearch): boolean {
  return (["node", "view", "panel", "phone"] as const).every((name) => left[name] === right[name]);
}

/** What is to be looked at, as the address says. A node that is not there is none; where the address does not name a surface, it is the usual one. */
export function viewOf(
  search: ViewSearch,
  hasNode: (nodeId: string) => boolean,
  usual: ViewState["surface"] = "canvas",
): Partial<ViewState> {
  const { node, view, panel = "inspector", phone } = search;
  const nodeId = node !== undefined && hasNode(node) ? node : undefined;
  return {
    surface: view ?? usual,
    panel: panel === "none" ? undefined : panel,
    isPhoneOpen: phone === true,
    nodeIds: new Set(nodeId === undefined ? [] : [nodeId]),
    ...(nodeId === undefined ? {} : { wantedView: { type: "node", nodeId } }),
  };
}

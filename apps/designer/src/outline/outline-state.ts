import { useStore } from "zustand";
import { perSession } from "../session/per-session.ts";
import { useSession } from "../session/session-context.ts";
import type { Row } from "./rows.ts";

/** Where one stands in the outline; none of it outlives the page. */
export type OutlineState = {
  /** The row that has, or that gets, the focus. */
  readonly active: Row | undefined;
  /** The node whose name is being written. */
  readonly renamedId: string | undefined;
  /** By node, the outcome from which one followed to it. */
  readonly cameFrom: ReadonlyMap<string, Row>;
};

/** Where one stands in a flow's outline. */
export const outlineOf = perSession<OutlineState>(() => ({
  active: undefined,
  renamedId: undefined,
  cameFrom: new Map(),
}));

/** A part of where one stands. */
export function useOutline<Part>(select: (state: OutlineState) => Part): Part {
  return useStore(outlineOf(useSession()), select);
}

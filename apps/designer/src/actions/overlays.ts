import { useStore } from "zustand";
import type { FlowSession } from "../session/flow-session.ts";
import { perSession } from "../session/per-session.ts";
import { useSession } from "../session/session-context.ts";

/** A dialog over the editor. One is open at a time. */
export type Overlay = "commands" | "shortcuts" | "make-live";

const overlayOf = perSession<{ readonly open: Overlay | undefined }>(() => ({ open: undefined }));

/** Opens a dialog over the editor. */
export function openOverlay(session: FlowSession, overlay: Overlay): void {
  overlayOf(session).setState({ open: overlay });
}

/** Closes the dialog over the editor; one that has been opened in its place stays. */
export function closeOverlay(session: FlowSession, overlay: Overlay): void {
  if (overlayOf(session).getState().open === overlay) overlayOf(session).setState({ open: undefined });
}

/** Which dialog is open: the component that shows it asks, and is drawn while it is its own. */
export function useOverlay(): Overlay | undefined {
  return useStore(overlayOf(useSession()), ({ open }) => open);
}

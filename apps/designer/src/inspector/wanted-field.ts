import { type RefObject, useEffect } from "react";
import { useSession, useSessionStore } from "../session/session-context.ts";

/** Gives the focus to the field of that name when it is asked for, and clears the wish. */
export function useWantedField(name: string, element: RefObject<HTMLElement | null>): void {
  const session = useSession();
  const isWanted = useSessionStore("view", ({ wantedField }) => wantedField === name);
  useEffect(() => {
    if (!isWanted || element.current === null) return;
    if (focusWithin(element.current)) session.view.setState({ wantedField: undefined });
  }, [isWanted, element, session]);
}

/**
 * Gives the focus to what stands for a field in a panel: the field itself, else the nearest one round it, else the panel's first control.
 */
export function focusNearestField(panel: HTMLElement, field: string): void {
  for (let name = field; name !== ""; name = name.replace(/(?:^|\.|\[)[^.[]*$/, "")) {
    const element = panel.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"]`);
    if (element !== null && focusWithin(element)) return;
  }
  focusWithin(panel);
}

const fields = ':is([contenteditable="true"], input, textarea, select):not(:disabled)';
const controls = ':is(button, [tabindex="0"]):not(:disabled)';

/** Focuses the first field within, else the first other control; false where there is none. */
function focusWithin(element: HTMLElement): boolean {
  const found = element.querySelector<HTMLElement>(fields) ?? element.querySelector<HTMLElement>(controls);
  found?.focus();
  found?.scrollIntoView({ block: "nearest" });
  return found !== null;
}

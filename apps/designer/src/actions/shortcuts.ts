import { useEffect } from "react";
import { tinykeys } from "tinykeys";
import { canvasOf } from "../canvas/canvas-state.ts";
import type { FlowSession } from "../session/flow-session.ts";
import type { Action } from "./action.ts";
import { keepFocusOnSurface } from "./focus-surface.ts";
import { type ActionId, actions, runAction } from "./registry.ts";
import { areSingle, singleKeys } from "./single-keys.ts";

/** Runs the actions of an open flow by their keys, while the component that calls it is shown. */
export function useShortcuts(session: FlowSession): void {
  useEffect(() => {
    const bindings = actions.flatMap((action) => {
      const { keys, otherKeys = [], isBrowsers = false } = action;
      return keys === undefined || isBrowsers ? [] : [keys, ...otherKeys].map((one) => ({ keys: one, action }));
    });
    const handlers = bindings.map(({ keys, action }) => [keys, handlerOf(session, action, keys)] as const);
    return tinykeys(window, Object.fromEntries(handlers), { ignore: isElsewhere });
  }, [session]);
}

function handlerOf(session: FlowSession, action: Action & { readonly id: ActionId }, keys: string) {
  return (event: KeyboardEvent): void => {
    if (event.repeat && action.mayRepeat !== true) return;
    if (areSingle(keys) && !singleKeys.getState().areOn) return;
    if (action.where !== undefined && whereOf(session, event.target) !== action.where) return;
    if (action.isEnabled?.(session) === false) return;
    event.preventDefault();
    runAction(action.id, session);
    if (action.where === "surface") keepFocusOnSurface();
  };
}

/** Whether keys belong to something else: a dialog, a menu, the phone, or a field in which they write. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest("[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [data-own-keys]") !== null)
    return true;
  const isCommand = event.ctrlKey || event.metaKey || /^(F\d+|Escape)$/.test(event.key);
  return isField(target) && !isCommand;
}

function isField(target: Element): boolean {
  return target.closest("input, textarea, select, [contenteditable=true], [role=textbox]") !== null;
}

/** Whether the focus is on the canvas or the outline, or nowhere; or beside them. */
function whereOf(session: FlowSession, target: EventTarget | null): "surface" | "panel" {
  if (!(target instanceof Element) || target === document.body) return "surface";
  const { element } = canvasOf(session).getState();
  const isWithin = element?.contains(target) === true || target.closest("[data-surface]") !== null;
  return isWithin && !isField(target) ? "surface" : "panel";
}

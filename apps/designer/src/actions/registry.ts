import type { FlowSession } from "../session/flow-session.ts";
import { currentTexts } from "../texts/current-texts.ts";
import type { Action } from "./action.ts";
import { arrangeActions } from "./arrange-actions.ts";
import { editActions } from "./edit-actions.ts";
import { flowActions } from "./flow-actions.ts";
import { goActions } from "./go-actions.ts";
import { shownKeys } from "./keys-text.ts";
import { viewActions } from "./view-actions.ts";

const all = [...editActions, ...arrangeActions, ...viewActions, ...goActions, ...flowActions] as const;

/** The name of an action. */
export type ActionId = (typeof all)[number]["id"];

/** Everything that can be done in the designer, from one list for palette, menus, shortcuts and the shortcut sheet. */
export const actions: readonly (Action & { readonly id: ActionId })[] = all;

const byId = new Map<ActionId, Action>(all.map((action) => [action.id, action]));

function actionById(id: ActionId): Action {
  const action = byId.get(id);
  if (action === undefined) throw new Error(`There is no action ${id}.`);
  return action;
}

/** Whether an action would do something now. */
export function isActionEnabled(id: ActionId, session: FlowSession): boolean {
  return actionById(id).isEnabled?.(session) ?? true;
}

/** Does it, where it can be done now; else nothing. */
export function runAction(id: ActionId, session: FlowSession): void {
  if (isActionEnabled(id, session)) void actionById(id).run(session, currentTexts());
}

/** An action's keys as the person's keyboard has them, such as `Ctrl+Z` or `⌘Z`, for menus and tooltips. */
export function keysOf(id: ActionId): string | undefined {
  const { keys } = actionById(id);
  return keys === undefined ? undefined : shownKeys(keys);
}

/** What an action is called. */
export function actionTitle(id: ActionId): string {
  return actionById(id).title(currentTexts());
}

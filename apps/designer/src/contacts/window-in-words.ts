import type { ContactThread } from "@parley/api";
import type { AreaTexts } from "../texts/current-area-texts.ts";
import { spanInWords } from "./span-in-words.ts";

/** Whether a window is open, and what there is to say of it. */
export type WindowState = { readonly isOpen: boolean; readonly text: string };

/** How the session window of a thread stands at a time. */
export function windowInWords(
  thread: Pick<ContactThread, "windowClosesAt">,
  now: number,
  texts: AreaTexts,
): WindowState {
  const { window: t } = texts.contacts;
  const { windowClosesAt } = thread;
  return windowClosesAt === undefined ? { isOpen: false, text: t.never } : stateOf(windowClosesAt, now, { t, texts });
}

/** How the free entry point of a thread stands at a time; undefined where there was none. */
export function entryPointInWords(
  thread: Pick<ContactThread, "freeEntryPointClosesAt">,
  now: number,
  texts: AreaTexts,
): WindowState | undefined {
  const { freeEntryPoint: t } = texts.contacts;
  const { freeEntryPointClosesAt: closesAt } = thread;
  return closesAt === undefined ? undefined : stateOf(closesAt, now, { t, texts });
}

type Words = {
  readonly t: { readonly open: (left: string) => string; readonly closed: (ago: string) => string };
  readonly texts: AreaTexts;
};

function stateOf(closesAt: number, now: number, { t, texts }: Words): WindowState {
  const isOpen = now < closesAt;
  const span = spanInWords(Math.abs(closesAt - now), texts);
  return { isOpen, text: isOpen ? t.open(span) : t.closed(span) };
}

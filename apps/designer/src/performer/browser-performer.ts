import { type BrowserPerformer, createBrowserPerformer } from "@parley/performer/browser";

let performer: BrowserPerformer | undefined;

/** What does a flow's work in this page, for the preview and for trials in the inspector: made once, for the page's life. It brings the sandbox with it, so that it is loaded when first wanted. */
export function browserPerformer(): BrowserPerformer {
  performer ??= createBrowserPerformer();
  return performer;
}

export { type BrowserPerformer, type BrowserPerformerOptions, createBrowserPerformer } from "./browser-performer.ts";
export { checkScript } from "./check-script.ts";

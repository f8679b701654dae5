import { openDocument, toDraft } from "../document/open-document.ts";
import { download } from "../ui/download.ts";

/** Hands a draft to the person as a file. `which` tells it from others of the flow, such as `revision-7`. */
export function downloadDraft(flowId: string, draft: unknown, which: string): void {
  download(`${flowId}.${which}.flow.json`, `${JSON.stringify(toDraft(openDocument(draft)), null, 2)}\n`);
}

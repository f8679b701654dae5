import type { FlowDocument } from "../document/flow-document.ts";
import { openDocument } from "../document/open-document.ts";
import type { FlowSession } from "../session/flow-session.ts";

/** Puts a draft, or a version's flow, in the place of what is edited, as one step that can be undone. The flow's id stays. */
export function replaceDocument({ editor }: FlowSession, content: unknown, label: string): void {
  const document: FlowDocument = openDocument(content);
  editor.endGesture();
  editor.edit({ label }, (draft) => void Object.assign(draft, document, { id: draft.id }));
}

import type { FlowDocument } from "../document/flow-document.ts";
import { openDocument } from "../document/open-document.ts";
import { createSession, type FlowSession } from "../session/flow-session.ts";

/** Ask (n3) leads to a branch (n4): yes to n5, no to n6, else back to n3. Errors lead to n6 by default. n7 cannot be reached. */
export function exampleDocument(): FlowDocument {
  const at = (x: number, y: number) => ({ position: { x, y } });
  const rows = (value: string) => [{ variable: "$(receive.message)", operator: "equals", value }];
  const branches = [
    { name: "yes", rows: rows("1") },
    { name: "no", rows: rows("2") },
  ];
  const message = { type: "text", body: "Is this *right*, $(whatsapp.username)?" };
  return openDocument({
    format: "parley.flow/1",
    id: "example",
    name: "Example",
    settings: { outcomeDefaults: { onError: { target: "n6" } } },
    nodes: [
      {
        id: "n2",
        type: "start",
        name: "Begin",
        ...at(0, 0),
        config: { trigger: { type: "whatsapp", event: "whatsapp.mo" } },
      },
      {
        id: "n3",
        type: "whatsapp",
        name: "Ask",
        ...at(320, 0),
        config: { message, waitFor: "delivery", timeoutSeconds: 60 },
      },
      { id: "n4", type: "branch", name: "Right?", ...at(640, 0), config: { branches } },
      { id: "n5", type: "end", name: "Done", ...at(960, 0), config: { result: "success" } },
      { id: "n6", type: "end", name: "Failed", ...at(960, 200), config: { result: "error" } },
      { id: "n7", type: "delay", name: "", ...at(0, 400), config: { seconds: 90 } },
    ],
    edges: [
      { id: "e1", source: "n2", outcome: "onBegin", target: "n3" },
      { id: "e2", source: "n3", outcome: "onDeliveryReportSuccess", target: "n4" },
      { id: "e3", source: "n3", outcome: "onDeliveryReportFail", target: "n6" },
      { id: "e4", source: "n4", outcome: "yes", target: "n5" },
      { id: "e5", source: "n4", outcome: "no", target: "n6" },
      { id: "e6", source: "n4", outcome: "noneOfTheAbove", target: "n3" },
    ],
    notes: [
      { id: "note1", text: "Ask the *press office* first", position: { x: 320, y: 400 }, width: 240, height: 120 },
    ],
  });
}

/** That flow, opened. */
export function exampleSession(mode: FlowSession["mode"] = "edit"): FlowSession {
  return createSession(exampleDocument(), { mode, revision: 1 });
}

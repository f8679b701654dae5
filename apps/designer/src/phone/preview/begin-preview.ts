import { createPreview, type PreviewFailure, previewFailures } from "@parley/simulator";
import { browserPerformer } from "../../performer/browser-performer.ts";
import { awaited } from "./awaited-performer.ts";
import type { PreviewMaker } from "./preview-run.ts";
import { templatesFor } from "./templates-for.ts";

/*
 * It brings the whole engine and host with it, so that it is loaded when a preview is first wanted.
 */

/** Who writes in a preview. */
const contact = { waId: "15550100001", name: "Sam" };

/** Makes previews that begin now. */
export const previewMaker: PreviewMaker = {
  begin: async (flow) => {
    const templates = await templatesFor(flow);
    const { open, ...performer } = browserPerformer();
    const work = awaited(performer, settle);
    return createPreview({ ...{ flow, contact, templates, open }, ...work, startAt: Date.now(), random: Math.random });
  },
  failures: Object.entries(previewFailures)
    .map(([code, { title, comesAs }]) => ({
      code: Number(code) as PreviewFailure,
      title,
      comesInReceipts: comesAs === "receipt" || comesAs === "policy",
    }))
    .toSorted((left, right) => Number(right.comesInReceipts) - Number(left.comesInReceipts)),
};

/** A message to oneself comes after every promise that can settle. A timer would too, but not as soon. */
function settle(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => resolve(port1.close()), { once: true });
    port1.start();
    port2.postMessage(undefined);
  });
}

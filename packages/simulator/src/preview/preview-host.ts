import { Host, type HostEvent } from "@parley/host";
import type { App, Clock } from "@parley/messaging";
import { createMemoryStore } from "@parley/store/memory";
import type { Update } from "../update.ts";
import { createWorld, type World } from "../world.ts";
import { type PreviewFailure, previewFailures } from "./preview-failures.ts";
import { createPreviewGateway } from "./preview-gateway.ts";
import type { PreviewRecord } from "./preview-record.ts";
import type { PreviewOptions } from "./preview.ts";

/** The one app of a preview. */
export const previewApp: App = {
  id: "preview",
  connectionId: "preview",
  phoneNumberId: "100000000000001",
  displayPhoneNumber: "+15550783881",
  // What a flow sends goes out at once, as time stands still.
  settings: { messagesPerSecond: Infinity, ambiguous: "retry" },
};

/** How long a receipt may tell of a send of which nobody knows whether it was taken: as long as on the server. */
const reconcileAfterMs = 60_000;

/** What a preview's host is made with, beside what the preview is made of. */
export type PreviewHostOptions = PreviewOptions & {
  readonly clock: Clock;
  /** Sees every commit. */
  readonly record: PreviewRecord;
  readonly takeFailure: () => PreviewFailure | undefined;
  readonly alert: (sentence: string) => void;
};

/** Makes the production host on a memory store, and the world of phones that it writes to and hears from. */
export function createPreviewHost(options: PreviewHostOptions): { world: World; start: () => Promise<void> } {
  const { clock, random, flow, startAt, record, takeFailure, alert } = options;
  const world = createPhones(options);
  const gateway = createPreviewGateway({
    ...{ world, takeFailure },
    afterwards: (callback) => void clock.schedule(clock.now(), callback),
  });
  const store = record.watch(createMemoryStore());
  const host = new Host({
    ...{ store, clock, random, reconcileAfterMs },
    log: {
      turn: () => undefined,
      send: () => undefined,
      alert: ({ sentence, error }) => alert(error instanceof Error ? `${sentence} ${error.message}` : sentence),
    },
    appOf: () => previewApp,
    gatewayOf: () => gateway,
  });
  world.subscribe((update) => {
    const acknowledge = (): void => (update.type === "message" ? world.acknowledge(update.id) : undefined);
    host.deliver([hostEventOf(update)]).then(acknowledge, (error: unknown) => alert(String(error)));
  });
  const start = async (): Promise<void> => {
    await store.flows.makeLive({ flow, comment: "", appIds: null, at: startAt });
    await host.start();
  };
  return { world, start };
}

function createPhones({ random, contact, clock }: PreviewHostOptions): World {
  const atOnce = { deliverAfterMs: 0, readAfterMs: 0 };
  // Time stands still, so that a number's throughput would never be given back; the limit of one person's messages stays.
  const world = createWorld({ clock, random, phoneDefaults: atOnce, messagesPerSecond: 1_000 });
  world.putNumber(previewApp);
  world.changePhone(contact, { name: contact.name });
  return world;
}

/** What the host hears of the world, as a gateway would have read it from the wire. */
function hostEventOf(update: Update): HostEvent {
  const appId = previewApp.id;
  if (update.type === "message") {
    const { contact, id, at, message: payload } = update;
    // A person has no other way to write in a preview than `Preview.write`.
    const { text } = payload as { readonly text: { readonly body: string } };
    return {
      type: "message",
      appId,
      contact,
      message: { id, sentAt: at, content: { type: "text", text: text.body }, payload },
    };
  }
  const { messageId, status, at, clientReference, errorCode } = update;
  const receipt = {
    messageId,
    sendKey: clientReference,
    status: status === "sent" ? "submitted" : status,
    at,
  } as const;
  if (errorCode === undefined) return { type: "receipt", appId, receipt };
  const { title } = previewFailures[errorCode as PreviewFailure];
  return { type: "receipt", appId, receipt: { ...receipt, error: { code: errorCode, title, details: "" } } };
}

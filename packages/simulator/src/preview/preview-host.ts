import { Host } from "@parley/host";
import type { Clock, RegisteredTemplate, Template } from "@parley/messaging";
import { createMemoryStore } from "@parley/store/memory";
import { createWorld, type World } from "../world.ts";
import { hostEventsOf } from "./preview-events.ts";
import type { PreviewFailure } from "./preview-failures.ts";
import { createPreviewGateway } from "./preview-gateway.ts";
import { previewApp, previewNumber } from "./preview-number.ts";
import type { PreviewRecord } from "./preview-record.ts";
import type { PreviewOptions } from "./preview.ts";

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
  const { clock, random, flow, templates = [], startAt, record, takeFailure, alert, performer, open } = options;
  const world = createPhones(options);
  const gateway = createPreviewGateway({
    ...{ world, takeFailure, open },
    afterwards: (callback) => void clock.schedule(clock.now(), callback),
  });
  const store = record.watch(createMemoryStore());
  const host = new Host({
    ...{ store, clock, random, reconcileAfterMs, performer },
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
    host.deliver(hostEventsOf(update)).then(acknowledge, (error: unknown) => alert(String(error)));
  });
  const start = async (): Promise<void> => {
    await store.templates.save(templates.map((template) => registered(template, { world, at: startAt })));
    await store.flows.makeLive({ flow, comment: "", appIds: null, at: startAt });
    await host.start();
  };
  return { world, start };
}

function createPhones({ random, contact, clock }: PreviewHostOptions): World {
  const atOnce = { deliverAfterMs: 0, readAfterMs: 0 };
  // Time stands still, so that a number's throughput would never be given back; the limit of one person's messages stays.
  const world = createWorld({ clock, random, phoneDefaults: atOnce, messagesPerSecond: 1_000 });
  world.putNumber(previewNumber);
  world.changePhone(contact, { name: contact.name });
  return world;
}

/** A template that the provider has approved, in its registry and in the app's. */
function registered(
  template: Template,
  { world, at }: { readonly world: World; readonly at: number },
): RegisteredTemplate {
  const { businessAccountId } = previewNumber;
  const { id: providerId } = world.templates.put({ businessAccountId, template, status: "approved" });
  return { appId: previewApp.id, template, status: "approved", reason: "", providerId, updatedAt: at };
}

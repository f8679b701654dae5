import { readNested, type Trigger, webhookPathOf } from "@parley/flow";
import { assertNever, type JsonObject } from "@parley/messaging";
import type { Signal } from "./event.ts";

/**
 * What a Start or a Receive puts out for a signal, by group. Of a custom event: its parameters under their own names, and beside them `event` and
 * `correlationId`. Of a webhook: the fields that the Start reads from the body, as far as they are there, and `body` itself.
 */
export function outputsOfSignal(signal: Signal, trigger?: Trigger): { [group: string]: JsonObject } {
  switch (signal.type) {
    case "custom-event": {
      const { event, correlationId, parameters } = signal;
      return { customEvent: { event, correlationId, ...parameters } };
    }
    case "webhook": {
      const fields = trigger?.type === "webhook" ? trigger.fields : [];
      const found = fields.flatMap(({ name, path }) => {
        const value = readNested(signal.body, webhookPathOf(path) ?? []);
        return value === undefined ? [] : [[name, value]];
      });
      return { inboundWebhook: { body: signal.body, ...Object.fromEntries(found) } };
    }
    default:
      return assertNever(signal);
  }
}

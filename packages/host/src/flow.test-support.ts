import { type DrawnNode, drawFlow } from "@parley/testing";
import type { Flow } from "@parley/flow";

/** One step of a brief flow, and the outcome by which it leads to the next. */
export type Stage = { readonly type: string; readonly config: object; readonly by: string };

/** How a brief flow begins. */
export type Begin = {
  readonly event?: string;
  /** Texts that the message must have, one condition each; a text beside `contains` makes a start more specific. */
  readonly contains?: readonly string[];
  readonly interrupts?: boolean;
  /** Another trigger than a WhatsApp event. */
  readonly trigger?: object;
};

/** A flow that is one line from Start to End: nodes n3, n4 and so on are its steps. */
export function flowOf(id: string, steps: readonly Stage[], begin: Begin = {}): Flow {
  const { event = "whatsapp.mo", contains = [], interrupts = false } = begin;
  const conditions = contains.map((value) => ({ variable: "$(receive.message)", operator: "contains", value }));
  const { trigger = { type: "whatsapp", event, conditions } } = begin;
  const config = { trigger, interruptsLiveConversations: interrupts };
  const stages = [{ type: "start", config, by: "onBegin" }, ...steps, { type: "end", config: {}, by: "" }];
  const nodes = stages.map(({ type, config }, index) => ({ id: `n${index + 2}`, type, config }) as DrawnNode);
  const edges = stages.slice(0, -1).map(({ by }, index) => `n${index + 2} ${by} n${index + 3}`);
  return { ...drawFlow({ nodes, edges }), id, name: id };
}

/** Sends a text and goes on when it is accepted, or by its receipt. */
export function say(text: string, rest: { readonly waitFor?: string; readonly [field: string]: unknown } = {}): Stage {
  const by = { none: "onSuccess", submit: "onSubmit", delivery: "onDeliveryReportSuccess", read: "onRead" };
  const outcome = by[(rest.waitFor ?? "none") as keyof typeof by];
  return { type: "whatsapp", config: { message: { type: "text", body: text }, ...rest }, by: outcome };
}

/** Waits for an event of the contact, a text unless another is named. */
export function hear(event = "whatsapp.mo", timeoutSeconds?: number): Stage {
  return { type: "receive", config: { events: [{ type: event }], timeoutSeconds }, by: event };
}

/** Waits for a message of another contact than that of the conversation. */
export function hearFrom(from: string, timeoutSeconds?: number): Stage {
  return { type: "receive", config: { events: [{ type: "whatsapp.mo", from }], timeoutSeconds }, by: "whatsapp.mo" };
}

/** Waits for a custom event whose parameters have these values. */
export function hearEvent(event: string, match: Readonly<Record<string, string>>): Stage {
  const pairs = Object.entries(match).map(([key, value]) => ({ key, value }));
  return { type: "receive", config: { events: [{ type: "custom-event", event, match: pairs }] }, by: event };
}

/** Waits. */
export function pause(seconds: number): Stage {
  return { type: "delay", config: { seconds }, by: "onTimeout" };
}

/** Asks the performer to read a text as data. */
export function work(text = "{}"): Stage {
  const fields = [{ name: "price", path: "price" }];
  return { type: "data-parser", config: { format: "json", source: text, fields }, by: "onSuccess" };
}

import { channelEvents } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { configProblems, makeNode } from "../flow.test-support.ts";
import { inboundOutputs } from "./inbound-outputs.ts";
import { receive } from "./receive.ts";

const { config } = makeNode("receive", { events: [{ type: "whatsapp.list" }, { type: "whatsapp.mo" }] });
const onTimeout = { name: "onTimeout", colour: "amber" };
const onError = { name: "onError", colour: "red", isRequired: false };

describe("a Receive", () => {
  test("leaves by each of its events in their order, by onTimeout and by onError", () => {
    expect(receive.outcomes({ ...config, timeoutSeconds: 300 })).toEqual([
      { name: "whatsapp.list", colour: "green", isRequired: true },
      { name: "whatsapp.mo", colour: "green", isRequired: true },
      { ...onTimeout, isRequired: true },
      onError,
    ]);
  });

  test("demands a way for onTimeout only when it has a timeout", () => {
    expect(receive.outcomes(config)).toContainEqual({ ...onTimeout, isRequired: false });
  });

  test("puts out what its events bring", () => {
    expect(receive.outputs(config)).toEqual(inboundOutputs(["whatsapp.list", "whatsapp.mo"]));
  });

  test("may hold an expression in its timeout", () => {
    expect(receive.templates({ ...config, timeoutSeconds: "$(wait)" })).toEqual([
      { field: "timeoutSeconds", source: "$(wait)" },
    ]);
    expect(receive.templates({ ...config, timeoutSeconds: 300 })).toEqual([]);
  });

  test("tells its patterns, each with its place", () => {
    const events = [{ type: "whatsapp.list" }, { type: "whatsapp.mo", pattern: "^a" }];
    const { config: drawn } = makeNode("receive", { events });
    expect(receive.patterns?.(drawn)).toEqual([{ field: "events[1].pattern", source: "^a" }]);
    expect(receive.patterns?.(config)).toEqual([]);
  });

  test("may wait for every event of the channel at once", () => {
    expect(configProblems("receive", { events: channelEvents.map((type) => ({ type })) })).toEqual([]);
  });

  test.each<[unknown, string]>([
    [{ events: [] }, "config.events is empty; choose at least one event to wait for"],
    [{ events: [{ type: "whatsapp.mo" }, { type: "whatsapp.mo" }] }, "config.events names an event twice"],
    [{ events: [{ type: "whatsapp.mo" }], timeoutSeconds: 0 }, "config.timeoutSeconds must be more than 0 seconds"],
    [{ events: ["whatsapp.mo"] }, "config.events[0] is a string; it must be an object"],
  ])("is not drawn as %j", (drawn, sentence) => {
    expect(configProblems("receive", drawn)).toEqual([sentence]);
  });
});

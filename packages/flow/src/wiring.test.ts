import { describe, expect, test } from "vitest";
import { makeFlow, start } from "./flow.test-support.ts";
import { green, onTimeout } from "./outcome.ts";
import { wiringOf } from "./wiring.ts";

const nodes = [start, ...["n3", "n4", "n5", "n6"].map((id) => ({ id, type: "end" as const, config: {} }))];
const timeout = { ...onTimeout, fallback: "onDeliveryReportFail" };

function leadsTo(edges: string[], defaults: Record<string, { target: string }> = {}) {
  return wiringOf(makeFlow({ nodes, edges, settings: { outcomeDefaults: defaults } }));
}

describe("an outcome", () => {
  test("leads along its own edge first", () => {
    const wiring = leadsTo(["n2 onTimeout n3", "n2 onDeliveryReportFail n4"], { onTimeout: { target: "n5" } });
    expect(wiring("n2", timeout)).toBe("n3");
  });

  test("else along the edge of its fallback", () => {
    const wiring = leadsTo(["n2 onDeliveryReportFail n4"], { onTimeout: { target: "n5" } });
    expect(wiring("n2", timeout)).toBe("n4");
    expect(wiring("n2", onTimeout)).toBe("n5");
  });

  test("else to the flow's default for it, and never for its fallback", () => {
    expect(leadsTo([], { onTimeout: { target: "n5" } })("n2", timeout)).toBe("n5");
    expect(leadsTo([], { onDeliveryReportFail: { target: "n5" } })("n2", timeout)).toBeUndefined();
  });

  test("else nowhere", () => {
    expect(leadsTo(["n3 onTimeout n4"])("n2", timeout)).toBeUndefined();
  });

  test("is not mistaken for one whose name begins alike, nor for a name of the prototype", () => {
    const wiring = leadsTo(["n2 Yes please n3"]);
    expect(wiring("n2", green("Yes"))).toBeUndefined();
    expect(wiring("n2", green("Yes please"))).toBe("n3");
    expect(wiring("n2", green("constructor"))).toBeUndefined();
  });
});

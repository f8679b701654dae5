import { expect, test } from "vitest";
import { createMessageIds } from "./message-id.ts";

test("message ids are wamid. and base64 with the identity in it, each once even if random numbers repeat", () => {
  const nextId = createMessageIds(() => 0.5);
  const ids = Array.from({ length: 1_000 }, () => nextId("31612345678"));
  expect(new Set(ids).size).toBe(1_000);
  for (const id of ids) {
    expect(id).toMatch(/^wamid\.HBgL(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/);
    const bytes = Buffer.from(id.slice("wamid.".length), "base64");
    expect(bytes.toString("base64")).toBe(id.slice("wamid.".length));
    expect(bytes.toString("latin1")).toContain("31612345678");
  }
});

test("identities of any length give whole base64", () => {
  const nextId = createMessageIds(() => 0);
  for (const identity of ["US.1", "US.12", "US.123"]) {
    const base64 = nextId(identity).slice("wamid.".length);
    expect(Buffer.from(base64, "base64").toString("base64")).toBe(base64);
  }
});

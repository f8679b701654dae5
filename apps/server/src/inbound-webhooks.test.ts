import { createHmac } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemoryStore } from "@parley/store/memory";
import { expect, test } from "vitest";
import { openInboundWebhooks } from "./inbound-webhooks.ts";
import { openVault } from "./vault.ts";

const body = Buffer.from('{"order":1}');

async function open() {
  const parts = { store: createMemoryStore(), vault: openVault(mkdtempSync(join(tmpdir(), "parley-")), undefined) };
  return { parts, webhooks: await openInboundWebhooks(parts) };
}

test("a key admits who has it, until it is renewed, also after a restart", async () => {
  const { parts, webhooks } = await open();
  const made = await webhooks.create("Shop", "key");
  const { id } = made?.webhook ?? { id: "" };
  const admits = (key: string, from = webhooks) => from.admits(id, { key, signature: "", body });
  expect([admits(made?.secret ?? ""), admits("wrong"), admits("")]).toEqual([true, false, false]);

  const renewed = await webhooks.renew(id);
  expect([admits(made?.secret ?? ""), admits(renewed?.secret ?? "")]).toEqual([false, true]);
  const again = await openInboundWebhooks(parts);
  expect([admits(made?.secret ?? "", again), admits(renewed?.secret ?? "", again)]).toEqual([false, true]);
  expect(again.all()).toEqual([made?.webhook]);
});

test.for(["sha256", "sha512"] as const)(
  "a signature by %s admits over the very bytes, with its prefix or without",
  async (algorithm) => {
    const { webhooks } = await open();
    const made = await webhooks.create("Shop", `signature-${algorithm}`);
    const secret = made?.secret ?? "";
    const sign = (text: Buffer, by = algorithm as string) => createHmac(by, secret).update(text).digest("hex");
    const admits = (signature: string) => webhooks.admits(made?.webhook.id ?? "", { key: secret, signature, body });
    expect(admits(sign(body))).toBe(true);
    expect(admits(`${algorithm}=${sign(body)}`)).toBe(true);
    expect(admits(`${algorithm}=${sign(body).toUpperCase()}`)).toBe(true);
    expect(admits(sign(Buffer.from('{"order":2}')))).toBe(false);
    expect(admits(sign(body, algorithm === "sha256" ? "sha512" : "sha256"))).toBe(false);
    expect(admits("")).toBe(false);
  },
);

test("what was removed, or never was, admits nobody", async () => {
  const { webhooks } = await open();
  const made = await webhooks.create("Shop", "key");
  const credential = { key: made?.secret ?? "", signature: "", body };
  const { id } = made?.webhook ?? { id: "" };
  expect(await webhooks.remove(id)).toBe(true);
  expect(webhooks.admits(id, credential)).toBe(false);
  expect(webhooks.admits("nothing", credential)).toBe(false);
  expect(await webhooks.renew(id)).toBeUndefined();
  expect(await webhooks.remove(id)).toBe(false);
});

test("a body may be brought by who has the key, and by anyone where the body itself is signed", async () => {
  const { webhooks } = await open();
  const keyed = await webhooks.create("Shop", "key");
  const signed = await webhooks.create("Signed", "signature-sha256");
  const mayBring = (id = "", key = ""): boolean => webhooks.mayBring(id, key);
  expect([mayBring(keyed?.webhook.id, keyed?.secret), mayBring(keyed?.webhook.id, "wrong")]).toEqual([true, false]);
  expect([mayBring(signed?.webhook.id), mayBring("nobody's", keyed?.secret)]).toEqual([true, false]);
});

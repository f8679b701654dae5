import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { App, OutboundMessage } from "@parley/messaging";
import { sealedText } from "@parley/messaging";
import { createScriptedGateway, createScriptedPerformer } from "@parley/testing";
import { openingGateway, openingPerformer, type Secrets, secretsOf } from "./secrets.ts";
import { openVault } from "./vault.ts";

const key = Buffer.alloc(32, 7).toString("base64");
let folder: string;
let secrets: Secrets;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-secrets-"));
  secrets = secretsOf(openVault(folder, key));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const app: App = {
  ...{ id: "main", connectionId: "default", phoneNumberId: "1", displayPhoneNumber: "+15550783881" },
  settings: { messagesPerSecond: 80, ambiguous: "retry" },
};
const never = new AbortController().signal;

describe("It is true that secrets in texts", () => {
  it("are opened with the key that sealed them, and with no other, nor with credentials in their place", () => {
    const sealed = secrets.seal("4711");
    expect(sealed).not.toContain("4711");
    expect(secrets.open(sealed)).toBe("4711");
    const other = openVault(folder, Buffer.alloc(32, 8).toString("base64"));
    expect(secretsOf(other).open(sealed)).toBeUndefined();
    expect(secrets.open(openVault(folder, key).seal("default", "an access token"))).toBeUndefined();
    expect(secrets.open("typed by somebody")).toBeUndefined();
  });

  it("have a key of digests that is the same after a restart, and not the vault's own", () => {
    const again = secretsOf(openVault(folder, key));
    expect(again.digestKey).toEqual(secrets.digestKey);
    expect(secrets.digestKey).toHaveLength(32);
    expect(Buffer.from(secrets.digestKey).toString("base64")).not.toBe(key);
    expect(secretsOf(openVault(folder, Buffer.alloc(32, 8).toString("base64"))).digestKey).not.toEqual(
      secrets.digestKey,
    );
  });

  it("reach the gateway open, wherever they stand in a message, while the message itself stays sealed", async () => {
    const gateway = createScriptedGateway();
    const otp = sealedText(secrets.seal("4711"), 4);
    const message: OutboundMessage = {
      type: "reply-buttons",
      header: { type: "none" },
      body: `Your code is ${otp}; it is ${otp}.`,
      footer: otp,
      buttons: [{ id: "copy", title: `Copy ${otp}` }],
    };
    const before = JSON.stringify(message);
    await openingGateway(gateway, secrets).send({ app, sendKey: "t-1-2", to: { waId: "31612345678" }, message }, never);
    expect(gateway.sent[0]?.message).toEqual({
      ...message,
      body: "Your code is 4711; it is 4711.",
      footer: "4711",
      buttons: [{ id: "copy", title: "Copy 4711" }],
    });
    expect(JSON.stringify(message)).toBe(before);
  });

  it("stay as they are where they do not open", async () => {
    const gateway = createScriptedGateway();
    const message = { type: "text", body: sealedText("typed", 4), previewUrl: false } as const;
    await openingGateway(gateway, secrets).send({ app, sendKey: "t-1-2", to: { waId: "31612345678" }, message }, never);
    expect(gateway.sent[0]?.message).toEqual(message);
  });

  it("reach the receiver of a report open, as JSON writes them", async () => {
    const performer = createScriptedPerformer();
    const secret = 'a "quoted" word';
    const body = JSON.stringify({ callbackData: `it is ${sealedText(secrets.seal(secret), secret.length)}` });
    const opening = openingPerformer(performer, secrets);
    await opening.post({ url: "https://example.com", headers: {}, body }, never);
    expect(JSON.parse(performer.posted[0]?.body ?? "")).toEqual({ callbackData: 'it is a "quoted" word' });
  });
});

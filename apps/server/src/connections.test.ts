import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createMemoryStore } from "@parley/store/memory";
import { expect, test } from "vitest";
import { openConnections } from "./connections.ts";
import { openVault } from "./vault.ts";

const credentials = {
  baseUrl: "https://graph.facebook.com",
  version: "v23.0",
  accessToken: "an-access-token",
  appSecret: "an app secret",
  verifyToken: "a verify token",
} as const;

test("credentials that no gateway can be made of are not stored, and what was there goes on, also after a restart", async () => {
  const vault = openVault(mkdtempSync(join(tmpdir(), "parley-")), undefined);
  const parts = { store: createMemoryStore(), vault, requestTimeoutMs: 1_000 };
  const connections = await openConnections(parts);
  await connections.save("shop", credentials, { name: "Shop" });
  for (const wrong of [{ accessToken: "with a space" }, { baseUrl: "ftp://example.com" }, { version: "v1234.5" }]) {
    await expect(connections.save("shop", { ...credentials, ...wrong })).rejects.toThrow("must");
    await expect(connections.save("other", { ...credentials, ...wrong })).rejects.toThrow("must");
  }
  await connections.close();
  const again = await openConnections(parts);
  expect(again.all()).toMatchObject([{ id: "shop", name: "Shop", credentials }]);
  await again.close();
});

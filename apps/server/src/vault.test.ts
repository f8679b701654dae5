import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openVault } from "./vault.ts";

const otherKey = Buffer.alloc(32, 7).toString("base64");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "parley-vault-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe("It is true that the vault", () => {
  it("gives back what it sealed, also after a restart with the key beside the data", () => {
    const sealed = openVault(folder, undefined).seal("default", "an access token");
    expect(openVault(folder, undefined).open("default", sealed)).toBe("an access token");
  });

  it("keeps the key in a file that only its owner can read", () => {
    openVault(folder, undefined);
    expect(statSync(join(folder, "secret.key")).mode & 0o777).toBe(0o600);
    expect(Buffer.from(readFileSync(join(folder, "secret.key"), "utf8"), "base64")).toHaveLength(32);
  });

  it("shows nothing of a secret, and seals it differently each time", () => {
    const vault = openVault(folder, otherKey);
    const sealed = vault.seal("default", "an access token");
    expect(Buffer.from(sealed.split(".").at(-1) ?? "", "base64url").toString()).not.toContain("access");
    expect(vault.seal("default", "an access token")).not.toBe(sealed);
  });

  it("does not open with another key, under another name, or changed", () => {
    const sealed = openVault(folder, otherKey).seal("default", "an access token");
    expect(() => openVault(folder, undefined).open("default", sealed)).toThrow("not the one it was sealed with");
    expect(() => openVault(folder, otherKey).open("example", sealed)).toThrow("cannot be opened");
    expect(() => openVault(folder, otherKey).open("default", `${sealed.slice(0, -2)}xx`)).toThrow("cannot be opened");
    expect(() => openVault(folder, otherKey).open("default", "plain text")).toThrow("unknown form");
  });
});

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StartError } from "./start-error.ts";

/** Seals secrets for storing: AES-256-GCM, bound to a name so that one cannot be put in the place of another. */
export type Vault = {
  readonly seal: (name: string, secret: string) => string;
  /** Throws when the key is another one or the text was changed. */
  readonly open: (name: string, sealed: string) => string;
  /** A key for another purpose, of 32 bytes, from which neither the vault's nor that of any other purpose can be told. */
  readonly deriveKey: (purpose: string) => Uint8Array;
};

const version = "v1";
const keyBytes = 32;

/** Opens the vault with the configured key, else with the one beside the data, which is made on first use. */
export function openVault(dataDir: string, configuredKey: string | undefined): Vault {
  const key = configuredKey === undefined ? keyBesideData(dataDir) : Buffer.from(configuredKey, "base64");
  if (key.length !== keyBytes)
    throw new StartError(`The secret key has ${key.length} bytes; it must have ${keyBytes}.`);
  return {
    seal: (name, secret) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(name));
      const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
      return [version, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
    },
    open: (name, text) => {
      const [given, iv, tag, sealed] = text.split(".");
      if (given !== version || iv === undefined || tag === undefined || sealed === undefined) {
        throw new Error(`The sealed text of ${name} has an unknown form.`);
      }
      const cipher = createDecipheriv("aes-256-gcm", key, Buffer.from(iv, "base64url"));
      cipher.setAAD(Buffer.from(name)).setAuthTag(Buffer.from(tag, "base64url"));
      try {
        return Buffer.concat([cipher.update(Buffer.from(sealed, "base64url")), cipher.final()]).toString("utf8");
      } catch {
        throw new StartError(
          `The sealed text of ${name} cannot be opened: the secret key is not the one it was sealed with. Set PARLEY_SECRET_KEY, or put back secret.key.`,
        );
      }
    },
    deriveKey: (purpose) => new Uint8Array(hkdfSync("sha256", key, "", purpose, keyBytes)),
  };
}

function keyBesideData(dataDir: string): Buffer {
  const path = join(dataDir, "secret.key");
  try {
    if (!existsSync(path)) writeFileSync(path, randomBytes(keyBytes).toString("base64"), { mode: 0o600, flag: "wx" });
    return Buffer.from(readFileSync(path, "utf8").trim(), "base64");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The key file cannot be made or read (${reason}). Mend it, or set PARLEY_SECRET_KEY.`);
  }
}

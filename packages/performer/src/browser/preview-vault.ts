import { performerLimits } from "../limits.ts";

/** Secrets of a preview. They stay in the page's memory; what goes about in their place are random names, which say nothing elsewhere or later. */
export interface PreviewVault {
  seal(secret: string): string;
  /** The secret of a name; undefined when it is none, or was forgotten for too many newer ones. */
  open(sealed: string): string | undefined;
}

/** Makes an empty vault. A key of WebCrypto would not do: pages that are not served by https have none. */
export function createPreviewVault(): PreviewVault {
  const secrets = new Map<string, string>();
  return {
    seal: (secret) => {
      const name = [...crypto.getRandomValues(new Uint8Array(16))]
        .map((byte) => byte.toString(16).padStart(2, "0"))
        .join("");
      const [oldest] = secrets.keys();
      if (oldest !== undefined && secrets.size >= performerLimits.previewSecrets) secrets.delete(oldest);
      secrets.set(name, secret);
      return name;
    },
    open: (sealed) => secrets.get(sealed),
  };
}

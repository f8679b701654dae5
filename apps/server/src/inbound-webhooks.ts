import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { InboundWebhookRow, Store } from "@parley/store";
import { serverLimits } from "./limits.ts";
import type { Vault } from "./vault.ts";

/** An endpoint of ours, without its secret. */
export type InboundWebhook = Omit<InboundWebhookRow, "sealedSecret">;

/** What a caller brings to show that it may call. */
export type Credential = { readonly key: string; readonly signature: string; readonly body: Buffer };

/** The endpoints that others call to start flows, in memory for every call. */
export type InboundWebhooks = {
  readonly all: () => readonly InboundWebhook[];
  readonly find: (id: string) => InboundWebhook | undefined;
  /** Makes one with a secret, which is given this once; undefined when there are as many as may be. */
  readonly create: (name: string, auth: InboundWebhook["auth"]) => Promise<NewSecret | undefined>;
  /** Gives one a new secret; the former one is void. */
  readonly renew: (id: string) => Promise<NewSecret | undefined>;
  /** Gives false when there is none. */
  readonly remove: (id: string) => Promise<boolean>;
  /** Whether a caller may bring a body: one with the key, or one whose body will show that it is signed. */
  readonly mayBring: (id: string, key: string) => boolean;
  /** Whether a caller has shown that it may call. Takes as long for a wrong secret as for the right one. */
  readonly admits: (id: string, credential: Credential) => boolean;
};

/** An endpoint with its secret, which is told only when it is made. */
export type NewSecret = { readonly webhook: InboundWebhook; readonly secret: string };

type Known = { readonly webhook: InboundWebhook; readonly secret: string };

/** Takes the stored endpoints into use. */
export async function openInboundWebhooks({ store, vault }: { store: Store; vault: Vault }): Promise<InboundWebhooks> {
  const known = new Map<string, Known>();
  for (const { sealedSecret, ...webhook } of await store.settings.listInboundWebhooks())
    known.set(webhook.id, { webhook, secret: vault.open(sealName(webhook.id), sealedSecret) });

  const save = async (webhook: InboundWebhook): Promise<NewSecret> => {
    const secret = randomBytes(24).toString("base64url");
    const sealedSecret = vault.seal(sealName(webhook.id), secret);
    await store.settings.saveInboundWebhook({ ...webhook, sealedSecret });
    known.set(webhook.id, { webhook, secret });
    return { webhook, secret };
  };

  return {
    all: () =>
      [...known.values()].map(({ webhook }) => webhook).toSorted((left, right) => left.createdAt - right.createdAt),
    find: (id) => known.get(id)?.webhook,
    create: async (name, auth) =>
      known.size >= serverLimits.inboundWebhooks
        ? undefined
        : save({ id: randomBytes(12).toString("hex"), name, auth, createdAt: Date.now() }),
    renew: async (id) => {
      const found = known.get(id);
      return found && save(found.webhook);
    },
    remove: async (id) => {
      known.delete(id);
      return store.settings.removeInboundWebhook(id);
    },
    mayBring: (id, key) => {
      const found = known.get(id);
      return found !== undefined && (found.webhook.auth !== "key" || isSame(key, found.secret));
    },
    admits: (id, credential) => {
      const found = known.get(id);
      return found !== undefined && admits(found, credential);
    },
  };
}

function sealName(id: string): string {
  return `inbound-webhook ${id}`;
}

function admits({ webhook: { auth }, secret }: Known, { key, signature, body }: Credential): boolean {
  if (auth === "key") return isSame(key, secret);
  const algorithm = auth === "signature-sha256" ? "sha256" : "sha512";
  const expected = createHmac(algorithm, secret).update(body).digest("hex");
  return isSame(signature.toLowerCase().replace(new RegExp(`^${algorithm}=`), ""), expected);
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

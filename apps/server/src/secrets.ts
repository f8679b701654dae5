import type { Gateway } from "@parley/gateway";
import { holdsSealed, type Json, mapStrings, openSealed, type OutboundMessage } from "@parley/messaging";
import type { Performer } from "@parley/performer";
import type { Vault } from "./vault.ts";

/*
 * Secrets within texts, such as one-time passwords: sealed in whatever is kept, said or shown, and opened only in what goes out, at the last moment.
 */

/** Seals and opens secrets within texts. */
export type Secrets = {
  readonly seal: (secret: string) => string;
  /** Undefined for what was not sealed here. */
  readonly open: (sealed: string) => string | undefined;
  /** The key of digests by which a secret is known again without being kept. */
  readonly digestKey: Uint8Array;
};

/** Under which secrets are sealed, so that no credential can be put in the place of one. */
const name = "secret in a text";

/** The secrets of a server, by the key of its vault. */
export function secretsOf(vault: Vault): Secrets {
  return {
    seal: (secret) => vault.seal(name, secret),
    open: (sealed) => {
      try {
        return vault.open(name, sealed);
      } catch {
        return undefined;
      }
    },
    digestKey: vault.deriveKey("digests of secrets"),
  };
}

/** A gateway that opens what is sealed in messages as they go out. */
export function openingGateway(gateway: Gateway, { open }: Pick<Secrets, "open">): Gateway {
  return {
    parse: (body) => gateway.parse(body),
    send: ({ message, ...request }, signal) => {
      const opened = mapStrings(message as Json, (text) => openSealed(text, open)) as OutboundMessage;
      return gateway.send({ ...request, message: opened }, signal);
    },
  };
}

/** A performer that opens what is sealed in reports, such as in the callback data of a send, as they go out. Tasks it leaves to the performer. */
export function openingPerformer(performer: Performer, { open }: Pick<Secrets, "open">): Performer {
  return {
    perform: (task, options) => performer.perform(task, options),
    post: ({ body, ...request }, signal) => performer.post({ ...request, body: openJson(body, open) }, signal),
  };
}

/** Within JSON a secret is written as JSON writes it. */
function openJson(text: string, open: Secrets["open"]): string {
  if (!holdsSealed(text)) return text;
  return JSON.stringify(mapStrings(JSON.parse(text) as Json, (part) => openSealed(part, open)));
}

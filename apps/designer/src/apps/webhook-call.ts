import type { InboundWebhookView } from "@parley/api";

/** A command that calls an inbound webhook as its caller must: with the key, or with the signature over the body. */
export function webhookCall({ auth }: Pick<InboundWebhookView, "auth">, url: string, secret: string): string {
  const body = `{"phone":"31612345678"}`;
  const begin = `curl -X POST ${quote(url)} -H 'content-type: application/json'`;
  if (auth === "key") return `${begin} -H ${quote(`x-parley-key: ${secret}`)} -d ${quote(body)}`;
  const digest = auth === "signature-sha256" ? "sha256" : "sha512";
  const signature = `$(printf %s ${quote(body)} | openssl dgst -${digest} -hmac ${quote(secret)} -r | cut -d' ' -f1)`;
  return `${begin} -H "x-hub-signature: ${digest}=${signature}" -d ${quote(body)}`;
}

/** A text as one word of a shell. */
function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

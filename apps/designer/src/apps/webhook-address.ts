/** Why WhatsApp cannot call an address: it means this machine alone, one of its own network, or it is not encrypted. */
export type AddressProblem = "loopback" | "private" | "insecure";

/** A webhook's whole address, and what keeps WhatsApp from calling it. */
export type WebhookAddress = { readonly url: string; readonly host: string; readonly problem?: AddressProblem };

/** The whole address of a webhook's path on the server that this page came from. WhatsApp calls https alone, from the internet (Cloud API, Webhooks). */
export function webhookAddress(origin: string, path: string): WebhookAddress {
  const { href, hostname, protocol } = new URL(path, origin);
  const problem = problemOf(hostname, protocol);
  return { url: href, host: hostname, ...(problem === undefined ? {} : { problem }) };
}

function problemOf(hostname: string, protocol: string): AddressProblem | undefined {
  if (isLoopback(hostname)) return "loopback";
  if (isPrivate(hostname)) return "private";
  return protocol === "https:" ? undefined : "insecure";
}

function isLoopback(hostname: string): boolean {
  return /(^|\.)localhost$|^127\.|^0\.0\.0\.0$|^\[::1?\]$/.test(hostname);
}

/** Networks of one's own (RFC 1918, RFC 3927, RFC 4193, RFC 4291), and names that only such a network knows. */
function isPrivate(hostname: string): boolean {
  return (
    /^10\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./.test(hostname) ||
    /^\[(f[cd]|fe[89ab])/.test(hostname) ||
    /\.(local|internal|lan|home\.arpa)$/.test(hostname) ||
    !/[.:]/.test(hostname)
  );
}

import { Pool } from "undici";
import { gatewayLimits } from "../limits.ts";
import type { cloudApiOptionsSchema } from "./options.ts";
import type { z } from "zod";

/** The Graph API: connections to it, and what every path begins with. */
export type Graph = { readonly pool: Pool; readonly prefix: string };

/**
 * Opens the Graph API: HTTP/1.1 without pipelining, one request at a time on a connection, so that it is certain which requests were written.
 *
 * @param responseBytes The longest answer that is read.
 */
export function openGraph(
  { baseUrl, version, connections }: z.output<typeof cloudApiOptionsSchema>,
  responseBytes: number,
): Graph {
  const base = new URL(baseUrl);
  const pool = new Pool(base.origin, {
    connections,
    pipelining: 1,
    allowH2: false,
    connect: { timeout: gatewayLimits.connectTimeoutMs },
    // The deadline of the whole exchange is kept in `exchangeOnce`; these two would only repeat a part of it, less exactly.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: responseBytes,
  });
  return { pool, prefix: `${base.pathname.replace(/\/+$/, "")}/${version}` };
}

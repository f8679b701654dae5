import type { Referral } from "@parley/messaging";
import { z } from "zod";
import { lenient } from "../wire.ts";

const text = z.string().catch("");

/** The advertisement or post that a message came from (Cloud API, messages webhook, referral). What cannot be read of it counts as not given. */
export const referralSchema = lenient(
  z
    .object({ source_type: text, source_id: text, source_url: text, headline: text, body: text, ctwa_clid: text })
    .transform(
      ({ source_type, source_id, source_url, headline, body, ctwa_clid }): Referral => ({
        sourceType: source_type,
        sourceId: source_id,
        sourceUrl: source_url,
        headline,
        body,
        clickId: ctwa_clid,
      }),
    ),
);

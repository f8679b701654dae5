import { z } from "zod";
import type { AccountAnswer, NumberFacts } from "../../account.ts";
import type { Caller } from "./caller.ts";

const text = z.string().catch("");

const numberSchema = z
  .object({
    // Only an answer that shows this much is about a number at all.
    display_phone_number: z.string(),
    verified_name: text,
    quality_rating: text,
    throughput: z.object({ level: text }).catch({ level: "" }),
  })
  .transform(
    ({ display_phone_number, verified_name, quality_rating, throughput }): NumberFacts => ({
      displayPhoneNumber: display_phone_number,
      verifiedName: verified_name,
      quality: quality_rating,
      throughput: throughput.level,
    }),
  );

const fields = "display_phone_number,verified_name,quality_rating,throughput";

/** Asks what the provider says of a number (Cloud API, Phone numbers). */
export function askNumber(
  call: Caller,
  phoneNumberId: string,
  signal: AbortSignal,
): Promise<AccountAnswer<NumberFacts>> {
  return call({ method: "GET", path: [phoneNumberId], query: { fields } }, numberSchema, signal);
}

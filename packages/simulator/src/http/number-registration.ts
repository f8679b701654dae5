import { z } from "zod";
import { simulatorLimits } from "../limits.ts";

const name = z.string().min(1).max(simulatorLimits.nameLength);
const digits = z.string().regex(/^\d{1,40}$/, "must be 1 to 40 digits");

/** How a business number is registered with the simulator: what Meta's app and number settings hold. */
export const numberRegistrationSchema = z
  .strictObject({
    /** Names the number in paths and webhooks. */
    phoneNumberId: digits,
    displayPhoneNumber: z.string().regex(/^\+?\d{5,15}$/, "must be the number people see, such as +15550783881"),
    /** The WhatsApp business account, whose templates the number uses and which webhooks name; one of its own unless given. */
    businessAccountId: digits.optional(),
    /** The name that people see of the business. */
    verifiedName: name.default("Simulated business"),
    /** Whether the business is told people's identity hashes; Meta has it off until it is asked for (Cloud API, Identity change check). */
    hasIdentityCheck: z.boolean().default(false),
    /** The bearer token that sends must carry. */
    accessToken: name,
    /** Signs webhooks. */
    appSecret: name,
    webhookUrl: z
      .url({ protocol: /^https?$/, error: "must be an http or https URL" })
      .max(simulatorLimits.nameLength)
      .refine((text) => {
        const url = URL.parse(text);
        return url === null || (url.username === "" && url.password === "");
      }, "must not hold a user name or password, since it is shown"),
    /** Comes with the verification request. */
    verifyToken: name,
  })
  .transform(({ businessAccountId, ...number }) => ({
    ...number,
    businessAccountId: businessAccountId ?? `2${number.phoneNumberId}`,
  }));

/** A business number with its secrets, as it is registered. */
export type NumberRegistration = Readonly<z.input<typeof numberRegistrationSchema>>;

/** A business number with its secrets and everything that the registration left open. */
export type RegisteredNumber = Readonly<z.output<typeof numberRegistrationSchema>>;

/** A business number as it may be shown. */
export type NumberState = Omit<RegisteredNumber, "accessToken" | "appSecret" | "verifyToken">;

/** A number without its secrets. */
export function numberStateOf(number: RegisteredNumber): NumberState {
  const { phoneNumberId, displayPhoneNumber, businessAccountId, verifiedName, hasIdentityCheck, webhookUrl } = number;
  return { phoneNumberId, displayPhoneNumber, businessAccountId, verifiedName, hasIdentityCheck, webhookUrl };
}

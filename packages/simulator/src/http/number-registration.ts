import { z } from "zod";
import { simulatorLimits } from "../limits.ts";

const name = z.string().min(1).max(simulatorLimits.nameLength);

/** How a business number is registered with the simulator: what Meta's app and number settings hold. */
export const numberRegistrationSchema = z.strictObject({
  /** Names the number in paths and webhooks. */
  phoneNumberId: z.string().regex(/^\d{1,40}$/, "must be 1 to 40 digits"),
  displayPhoneNumber: z.string().regex(/^\+?\d{5,15}$/, "must be the number people see, such as +15550783881"),
  /** The WhatsApp business account, which webhooks name. */
  wabaId: name,
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
});

/** A business number with its secrets. */
export type NumberRegistration = Readonly<z.infer<typeof numberRegistrationSchema>>;

/** A business number as it may be shown. */
export type NumberState = Pick<NumberRegistration, "phoneNumberId" | "displayPhoneNumber" | "wabaId" | "webhookUrl">;

/** A registration without its secrets. */
export function numberStateOf(registration: NumberRegistration): NumberState {
  const { phoneNumberId, displayPhoneNumber, wabaId, webhookUrl } = registration;
  return { phoneNumberId, displayPhoneNumber, wabaId, webhookUrl };
}

import type { JsonObject } from "@parley/messaging";
import { z } from "zod";
import type { AccountAnswer, BusinessProfile, BusinessProfileChange } from "../../account.ts";
import type { Caller } from "./caller.ts";
import { doneSchema } from "./done.ts";

const text = z.string().catch("");

const profileSchema = z
  .object({
    data: z.tuple([
      z.object({
        about: text,
        address: text,
        description: text,
        email: text,
        vertical: text,
        websites: z.array(z.string()).catch([]),
        profile_picture_url: text,
      }),
    ]),
  })
  .transform(({ data: [profile] }): BusinessProfile => {
    const { profile_picture_url: pictureUrl, ...rest } = profile;
    return { ...rest, pictureUrl };
  });

const edge = "whatsapp_business_profile";
const fields = "about,address,description,email,profile_picture_url,websites,vertical";

/** Asks how a business shows itself (Cloud API, Business profiles). */
export function askProfile(
  call: Caller,
  phoneNumberId: string,
  signal: AbortSignal,
): Promise<AccountAnswer<BusinessProfile>> {
  return call({ method: "GET", path: [phoneNumberId, edge], query: { fields } }, profileSchema, signal);
}

/** Saves how a business shows itself (Cloud API, Business profiles, Update). WhatsApp takes no empty "about" and no empty line of business: those stay. */
export function saveProfile(
  call: Caller,
  phoneNumberId: string,
  { profile, signal }: { readonly profile: BusinessProfileChange; readonly signal: AbortSignal },
): Promise<AccountAnswer<undefined>> {
  const { about, address, description, email, vertical, websites } = profile;
  const body: JsonObject = {
    messaging_product: "whatsapp",
    ...(about === "" ? {} : { about }),
    ...{ address, description, email, websites: [...websites] },
    ...(vertical === "" ? {} : { vertical }),
  };
  return call({ method: "POST", path: [phoneNumberId, edge], body }, doneSchema, signal);
}

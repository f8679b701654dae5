import type { JsonObject } from "@parley/messaging";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { readWith, unpackNested } from "../../provider/reading.ts";
import { product } from "../../provider/send-request.ts";
import { type Profile, profileSchema } from "../profile-book.ts";
import type { RegisteredNumber } from "../number-registration.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { fieldsOf } from "./fields.ts";
import { graphRoute } from "./graph-route.ts";

/** Meta's description names the one key, older texts the other; both are taken (Cloud API, Identity change check). */
const settingsSchema = z.object({
  user_identity_change: z.object({
    enable_identity_key_check: z.boolean("must be a boolean.").optional(),
    enabled: z.boolean("must be a boolean.").optional(),
  }),
});

const profileRequestSchema = profileSchema.extend({ messaging_product: product });

const success: JsonObject = { success: true };

/** Routes of a number: its settings and its business profile; what Meta says of it is read with the other nodes. */
export function numberRoutes(app: FastifyInstance, parts: SimulatorParts): void {
  const { numbers, profiles } = parts;

  graphRoute(app, parts, {
    method: "POST",
    edge: "/settings",
    nodes: ["number"],
    handle: ({ number }, { body }) => {
      const reading = readWith(settingsSchema, unpackNested(body, ["user_identity_change"]));
      if (!reading.isValid) return { type: "refused", error: reading.error };
      const { enable_identity_key_check: check, enabled } = reading.value.user_identity_change;
      numbers.put({ ...number, hasIdentityCheck: check ?? enabled ?? number.hasIdentityCheck });
      return { type: "answered", body: success };
    },
  });

  graphRoute(app, parts, {
    method: "GET",
    edge: "/whatsapp_business_profile",
    nodes: ["number"],
    handle: ({ number }, { query }) => {
      const profile = profileWireForm(profiles.get(number.phoneNumberId));
      return { type: "answered", body: { data: [fieldsOf(profile, query, ["about"])] } };
    },
  });

  graphRoute(app, parts, {
    method: "POST",
    edge: "/whatsapp_business_profile",
    nodes: ["number"],
    handle: ({ number }, { body }) => {
      const reading = readWith(profileRequestSchema, unpackNested(body, ["websites"]));
      if (!reading.isValid) return { type: "refused", error: reading.error };
      profiles.change(number.phoneNumberId, profileSchema.parse(reading.value));
      return { type: "answered", body: success };
    },
  });
}

function profileWireForm(profile: Profile): JsonObject {
  return { ...(JSON.parse(JSON.stringify(profile)) as JsonObject), messaging_product: "whatsapp" };
}

/** What Meta says of a number (Cloud API, Phone numbers). */
export function numberFacts(number: RegisteredNumber): JsonObject {
  return {
    id: number.phoneNumberId,
    verified_name: number.verifiedName,
    display_phone_number: number.displayPhoneNumber,
    quality_rating: "GREEN",
    code_verification_status: "VERIFIED",
    name_status: "APPROVED",
    platform_type: "CLOUD_API",
    account_mode: "LIVE",
    status: "CONNECTED",
    throughput: { level: "STANDARD" },
    messaging_limit_tier: "TIER_UNLIMITED",
    user_identity_change: { enable_identity_key_check: number.hasIdentityCheck },
  };
}

/** The facts that come where nobody asks for others. */
export const usualFacts = ["verified_name", "display_phone_number", "quality_rating", "code_verification_status"];

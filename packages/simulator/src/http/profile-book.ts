import { z } from "zod";

/** Meta's names of lines of business (Cloud API, Business profiles, vertical). */
const verticals = [
  "UNDEFINED",
  "OTHER",
  "AUTO",
  "BEAUTY",
  "APPAREL",
  "EDU",
  "ENTERTAIN",
  "EVENT_PLAN",
  "FINANCE",
  "GROCERY",
  "GOVT",
  "HOTEL",
  "HEALTH",
  "NONPROFIT",
  "PROF_SERVICES",
  "RETAIL",
  "TRAVEL",
  "RESTAURANT",
  "NOT_A_BIZ",
] as const;

function text(most: number) {
  return z.string("must be a string.").max(most, `must be at most ${most} characters long.`);
}

const website = text(256).refine(
  (value) => /^https?:$/.test(URL.parse(value)?.protocol ?? ""),
  "must be a URL that begins with http:// or https://.",
);

/** What a business may say of itself (Cloud API, Business profiles). */
export const profileSchema = z.object({
  about: text(139).min(1, "must be at least 1 character long.").optional(),
  address: text(256).optional(),
  description: text(512).optional(),
  email: text(128)
    .regex(/^$|^[^@\s]+@[^@\s]+$/, "must be an email address.")
    .optional(),
  vertical: z.enum(verticals, `must be one of {${verticals.join(", ")}}.`).optional(),
  websites: z.array(website, "must be an array.").max(2, "must have at most 2 elements.").optional(),
});

/** What a business says of itself. */
export type Profile = z.infer<typeof profileSchema>;

/** The business profiles, by number. */
export interface ProfileBook {
  get(phoneNumberId: string): Profile;
  /** Takes what is given into the profile; the rest stays. */
  change(phoneNumberId: string, change: Profile): void;
  clear(): void;
}

/** Makes a profile book without profiles. There is one for each number at most, and numbers are few. */
export function createProfileBook(): ProfileBook {
  const profiles = new Map<string, Profile>();
  return {
    get: (phoneNumberId) => profiles.get(phoneNumberId) ?? {},
    change: (phoneNumberId, change) => {
      const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
      profiles.set(phoneNumberId, { ...profiles.get(phoneNumberId), ...given });
    },
    clear: () => profiles.clear(),
  };
}

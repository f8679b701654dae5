/** A business profile as it is typed: two lines for websites, whether used or not. */
export type ProfileForm = {
  readonly about: string;
  readonly description: string;
  readonly address: string;
  readonly email: string;
  readonly vertical: string;
  readonly website1: string;
  readonly website2: string;
};

/** A business profile as the server takes it. */
export type Profile = Omit<ProfileForm, "website1" | "website2"> & { readonly websites: readonly string[] };

/** The most characters of each part (Cloud API, Business profiles). */
export const profileLimits = { about: 139, description: 512, address: 256, email: 128, website: 256 } as const;

export function toProfileForm({ about, description, address, email, vertical, websites }: Profile): ProfileForm {
  const [website1 = "", website2 = ""] = websites;
  return { about, description, address, email, vertical, website1, website2 };
}

export function fromProfileForm({ website1, website2, ...texts }: ProfileForm) {
  const websites = [website1, website2].map((site) => site.trim()).filter((site) => site !== "");
  const { about, description, address, email, vertical } = texts;
  return {
    about: about.trim(),
    description: description.trim(),
    address: address.trim(),
    email: email.trim(),
    vertical,
    websites,
  };
}

/** Whether it is a link that WhatsApp takes as a website: empty for none. */
export function isWebsite(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === "" || /^https?:\/\/[^\s.]+\.\S+$/.test(trimmed);
}

/** Whether it reads like an email address; empty for none. */
export function isEmail(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(trimmed);
}

import type { ProviderError, Template, TemplateStatus } from "@parley/messaging";

/** The port to what a provider keeps beside messages: numbers, profiles, templates and files. An adapter knows the provider's wire format. */
export interface GatewayAccount {
  /** What the provider says of a number: shows that the credentials are good. */
  number(phoneNumberId: string, signal: AbortSignal): Promise<AccountAnswer<NumberFacts>>;
  profile(phoneNumberId: string, signal: AbortSignal): Promise<AccountAnswer<BusinessProfile>>;
  saveProfile(
    phoneNumberId: string,
    profile: BusinessProfileChange,
    signal: AbortSignal,
  ): Promise<AccountAnswer<undefined>>;
  /** All templates of a business account, page by page. What cannot be read as a template is left out and counted. */
  templates(businessAccountId: string, signal: AbortSignal): Promise<AccountAnswer<TemplateList>>;
  submitTemplate(
    businessAccountId: string,
    template: Template,
    signal: AbortSignal,
  ): Promise<AccountAnswer<{ readonly providerId: string; readonly status: TemplateStatus }>>;
  /** Replaces what a template that was approved, rejected or paused holds; its name, language and category stay. */
  editTemplate(providerId: string, template: Template, signal: AbortSignal): Promise<AccountAnswer<undefined>>;
  removeTemplate(
    businessAccountId: string,
    template: { readonly name: string; readonly providerId?: string | undefined },
    signal: AbortSignal,
  ): Promise<AccountAnswer<undefined>>;
  uploadMedia(
    phoneNumberId: string,
    file: MediaFile,
    signal: AbortSignal,
  ): Promise<AccountAnswer<{ readonly mediaId: string }>>;
}

/** What came of asking. `refused`: the provider said no. `failed`: it could not be reached, or its answer could not be read; try again. */
export type AccountAnswer<Value> =
  | { readonly type: "done"; readonly value: Value }
  | { readonly type: "refused"; readonly error: ProviderError }
  | { readonly type: "failed"; readonly reason: string };

/** What a provider says of a number; empty texts stand for what it does not say. */
export type NumberFacts = {
  readonly displayPhoneNumber: string;
  readonly verifiedName: string;
  /** GREEN, YELLOW, RED or UNKNOWN. */
  readonly quality: string;
  readonly throughput: string;
};

/** How a business shows itself on WhatsApp (WhatsApp page, Business Account Settings). */
export type BusinessProfile = {
  readonly about: string;
  readonly address: string;
  readonly description: string;
  readonly email: string;
  /** The provider's name of the line of business, such as RETAIL. */
  readonly vertical: string;
  /** At most two. */
  readonly websites: readonly string[];
  /** Where its picture is; empty for none. */
  readonly pictureUrl: string;
};

/** A profile to save; the picture stays as it is. */
export type BusinessProfileChange = Omit<BusinessProfile, "pictureUrl">;

/** A template as the provider has it. */
export type ProviderTemplate = {
  readonly providerId: string;
  readonly template: Template;
  readonly status: TemplateStatus;
  readonly reason: string;
};

export type TemplateList = { readonly templates: readonly ProviderTemplate[]; readonly unreadable: number };

/** A file to be uploaded. */
export type MediaFile = { readonly bytes: Uint8Array; readonly mimeType: string; readonly fileName: string };

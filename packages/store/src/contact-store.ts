import type { JsonObject } from "@parley/messaging";

/** Where the records of contacts are kept, across apps. What an app's thread knows (window, consent, conversations) stays in the thread. */
export interface ContactStore {
  get(id: string): Promise<ContactRow | undefined>;
  /** The contact with an identity such as `wa:31612345678`, `bs:US.134` or `cu:customer-17`. */
  find(identity: string): Promise<ContactRow | undefined>;
  /**
   * Those whose name, user name, number, user id or customer id holds the text, whatever its case; the latest change first. Empty finds all. A
   * number is found with its plus sign too, a user name with its `@`.
   */
  search(query: ContactQuery): Promise<readonly ContactRow[]>;
  /** Inserted or replaced, by id. Gives `taken` when another contact has its number, user id or customer id; then nothing has changed. */
  save(contact: ContactRow): Promise<"saved" | "taken">;
  /** Forgets the record; threads and their journals stay. Gives false when there is none. */
  remove(id: string): Promise<boolean>;
  /** The threads in which an identity is known, on all apps; each once, by id. */
  threadsOf(identities: readonly string[]): Promise<readonly string[]>;
}

/** Which contacts to list. `before` is the place to go on after: the time and id of the last one. */
export type ContactQuery = {
  readonly text: string;
  readonly before?: { readonly updatedAt: number; readonly id: string } | undefined;
  readonly limit: number;
};

/** A contact's record: who it is, and the fields of its profile. */
export type ContactRow = {
  readonly id: string;
  readonly waId?: string | undefined;
  readonly bsuid?: string | undefined;
  /** The customer's own key for this person (WhatsApp node page, Customer ID). */
  readonly customerId?: string | undefined;
  readonly name?: string | undefined;
  readonly username?: string | undefined;
  /** Fields of the profile, by name. */
  readonly fields: JsonObject;
  readonly createdAt: number;
  readonly updatedAt: number;
};

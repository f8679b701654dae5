/** One channel identity under a connection, such as one WhatsApp business number. */
export type App = {
  readonly id: string;
  /** What people call it; empty for the number itself. */
  readonly name?: string | undefined;
  readonly connectionId: string;
  /** The provider's id of the number; for the Cloud API the phone-number id. */
  readonly phoneNumberId: string;
  /** The number people see, in E.164 form with the plus sign. */
  readonly displayPhoneNumber: string;
  readonly settings: AppSettings;
};

/** How an app sends. */
export type AppSettings = {
  /** The most messages handed to the gateway per second. */
  readonly messagesPerSecond: number;
  /** What follows an ambiguous send once no receipt has explained it: one more attempt, or a dead letter. */
  readonly ambiguous: "retry" | "dead-letter";
  /** Whether our policies refuse a send, or only note what they would have refused and let the provider decide. `enforce` unless given. */
  readonly policy?: "enforce" | "observe" | undefined;
  /** Whether a destination must be written with the plus sign (WhatsApp node page, "+E.164 format"). */
  readonly demandsPlus?: boolean | undefined;
  /** Words that, alone in a message, take consent away or give it again; `STOP` and `START` unless given. Case does not matter. */
  readonly stopWords?: readonly string[] | undefined;
  readonly startWords?: readonly string[] | undefined;
};

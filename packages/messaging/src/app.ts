/** One channel identity under a connection, such as one WhatsApp business number. */
export type App = {
  readonly id: string;
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
};

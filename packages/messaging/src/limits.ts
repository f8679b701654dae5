/**
 * Limits of the WhatsApp channel, each with its source, and of reading input. Lengths are in UTF-16 code units unless a name says otherwise: the
 * strictest reading of "characters", so that what passes here is never too long there. Where sources conflict the stricter stands.
 */
export const messagingLimits = {
  /** Text message body (Cloud API reference, text.body; WhatsApp node page, Text). */
  textBodyLength: 4096,
  /** Caption of an image, a video or a document (Cloud API reference). */
  captionLength: 1024,
  /** File name of a document; ours, as sources name none. */
  fileNameLength: 240,
  /** A link to a media file or a page (Cloud API reference, URL buttons); ours for media, as sources name none. */
  urlLength: 2000,
  /** An id that the provider gave, of a message or of a media file; ours. */
  providerIdLength: 512,
  /** Header of an interactive message (Cloud API, Interactive messages; WhatsApp node page). */
  headerLength: 60,
  /** Body of an interactive message (WhatsApp node page, 1024; the Cloud API's list page says 4096 since 2025). */
  interactiveBodyLength: 1024,
  /** Footer of an interactive message (Cloud API, Interactive messages; WhatsApp node page). */
  footerLength: 60,
  /** Reply buttons of a message (Cloud API, Reply buttons). */
  replyButtons: 3,
  replyButtonTitleLength: 20,
  /** Identifier of a reply button (WhatsApp node page, 200; the Cloud API says 256). */
  replyButtonIdLength: 200,
  /** The button that opens a list (Cloud API, 20; the WhatsApp node page says 24). */
  listButtonLength: 20,
  listSections: 10,
  /** Rows of all sections together (Cloud API, List messages). */
  listRows: 10,
  listSectionTitleLength: 24,
  listRowTitleLength: 24,
  listRowIdLength: 200,
  listRowDescriptionLength: 72,
  /** Text of a call-to-action button (Cloud API, CTA URL messages, display_text). */
  ctaTextLength: 20,
  /** Name and address of a location; ours, as sources name none. */
  placeLength: 1000,
  /** Contact cards of one message (Cloud API's OpenAPI description, 5; a page says up to 257). */
  contactCards: 5,
  /** Entries of one kind in a contact card, such as phones; ours. */
  cardEntries: 20,
  /** One field of a contact card; ours. */
  cardFieldLength: 500,
  /** A template's name (Cloud API, Message templates). */
  templateNameLength: 512,
  templateHeaderLength: 60,
  templateBodyLength: 1024,
  templateFooterLength: 60,
  /** Buttons of a template in all; of a kind there may be fewer (Cloud API, Message templates, Buttons). */
  templateButtons: 10,
  templateButtonTextLength: 25,
  templatePhoneLength: 20,
  /** Name of an Android package (Cloud API, Authentication templates). */
  templatePackageLength: 224,
  /** Placeholders of a template's body; ours, far above what 1,024 characters hold in earnest. */
  templateParameters: 100,
  /** One parameter; the filled-in text has limits of its own. */
  templateParameterLength: 1024,
  /** Payload of a template's quick reply (Cloud API, Template buttons). */
  quickReplyPayloadLength: 128,
  /** A one-time password (WhatsApp node page and Cloud API, Authentication templates). */
  otpLength: 15,
  /** A coupon code (Cloud API, Copy code buttons, since December 2025; 15 before, as older pages still say). */
  couponLength: 20,
  /** How long a contact's message keeps the session window open, in milliseconds (WhatsApp node page, "24 hour rolling window"). */
  sessionWindowMs: 24 * 60 * 60 * 1000,
  /** How long the free entry point lasts after the business has answered a message from a click-to-WhatsApp advertisement (Cloud API, Pricing). */
  freeEntryPointMs: 72 * 60 * 60 * 1000,
  /** A business-scoped user id: two letters, a point, up to 128 letters or digits; `ENT.` may stand between. */
  bsuidLength: 135,
  /** A customer id; ours. */
  customerIdLength: 200,
  /** A contact's name, the fields of its profile, and the characters of each; ours. */
  contactNameLength: 100,
  contactFields: 100,
  contactFieldLength: 5_000,
  /** An identity key hash; ours, as sources name none. */
  identityHashLength: 200,
  /** Correlation id and callback data (WhatsApp node page: no limit); ours, so that a send stays small. */
  callbackDataLength: 5000,
  /** Sent messages per second for a number that Meta has not raised (Cloud API, throughput). */
  messagesPerSecond: 80,
  /** Problems told of one input: more than anyone mends at a time. */
  inputProblems: 50,
} as const;

import { mediaKinds, messagingLimits, type OutboundMessage } from "@parley/messaging";
import * as fc from "fast-check";

const limits = messagingLimits;

/** Any text of a number of UTF-16 code units: also halves of characters, controls, right-to-left marks and what looks like placeholders. */
function text(most: number, least = 0): fc.Arbitrary<string> {
  const unit = fc.oneof(
    fc.string({ minLength: 1, maxLength: 1, unit: "binary" }),
    fc.constantFrom("\ud800", "\u0000", "\u202e", "\n", '"', "\\", "{{1}}", "$(a)", "</script>", "é", "e\u0301"),
  );
  return fc
    .oneof(
      fc.array(unit, { maxLength: 30 }).map((units) => units.join("")),
      fc.constant("\u{1F642}".repeat(most / 2)),
      fc.constant("x".repeat(most)),
    )
    .filter(({ length }) => length >= least && length <= most);
}

/** A parameter's text has no line break, no tab and not five spaces in a row. */
const parameterText = text(limits.templateParameterLength, 1).filter((said) => !/[\n\r\t]| {5}/.test(said));
const link = fc.webUrl({ withQueryParameters: true, withFragments: true }).filter((url) => url.length <= 2000);
const source = fc.oneof(
  fc.record({ type: fc.constant("link" as const), url: link }),
  fc.record({ type: fc.constant("upload" as const), mediaId: text(limits.providerIdLength, 1) }),
);
const headerMedia = fc.record({
  kind: fc.constantFrom("image" as const, "video" as const, "document" as const),
  source,
  fileName: text(limits.fileNameLength),
});
const place = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  name: text(limits.placeLength),
  address: text(limits.placeLength),
});
const none = fc.constant({ type: "none" as const });
const interactive = {
  header: fc.oneof(
    none,
    fc.record({ type: fc.constant("text" as const), text: text(limits.headerLength, 1) }),
    fc.record({ type: fc.constant("media" as const), media: headerMedia }),
  ),
  body: text(limits.interactiveBodyLength, 1),
  footer: text(limits.footerLength),
};

const field = text(limits.cardFieldLength);
const entries = <Entry>(entry: fc.Arbitrary<Entry>) => fc.array(entry, { maxLength: 3 });
const card = fc.record({
  name: fc.record({
    formattedName: text(limits.cardFieldLength, 1),
    firstName: text(limits.cardFieldLength, 1),
    middleName: field,
    lastName: field,
    prefix: field,
    suffix: field,
  }),
  phones: entries(fc.record({ phone: text(limits.cardFieldLength, 1), type: field, waId: field })),
  emails: entries(fc.record({ email: text(limits.cardFieldLength, 1), type: field })),
  urls: entries(fc.record({ url: text(limits.cardFieldLength, 1), type: field })),
  addresses: entries(
    fc.record({
      street: field,
      city: field,
      state: field,
      zip: field,
      country: field,
      countryCode: field,
      type: field,
    }),
  ),
  organization: fc.record({ company: field, department: field, title: field }),
  birthday: fc.constantFrom("", "2000-02-29"),
});

const name = text(100);
const parameter = fc.oneof(
  fc.record({ type: fc.constant("text" as const), name, text: parameterText }),
  fc.record({
    type: fc.constant("currency" as const),
    name,
    code: fc.constantFrom("EUR", "USD"),
    amount1000: fc.integer(),
    fallback: parameterText,
  }),
  fc.record({
    type: fc.constant("date-time" as const),
    name,
    timestamp: fc.integer({ min: 0, max: 253_402_300_799 }),
    fallback: parameterText,
  }),
);
const index = fc.nat(limits.templateButtons - 1);
const buttonValue = fc.oneof(
  fc.record({ type: fc.constant("quick-reply" as const), index, payload: text(limits.quickReplyPayloadLength, 1) }),
  fc.record({ type: fc.constant("url" as const), index, suffix: text(limits.urlLength, 1) }),
  fc.record({ type: fc.constant("copy-code" as const), index, code: text(limits.couponLength, 1) }),
  fc.record({ type: fc.constant("otp" as const), index, code: text(limits.otpLength, 1) }),
);

const row = fc.record({
  id: text(limits.listRowIdLength, 1),
  title: text(limits.listRowTitleLength, 1),
  description: text(limits.listRowDescriptionLength),
});
const sections = fc
  .uniqueArray(row, { minLength: 1, maxLength: 10, selector: ({ id }) => id })
  .chain((rows) =>
    fc
      .array(text(limits.listSectionTitleLength, 1), { minLength: rows.length, maxLength: rows.length })
      .map((titles) => rows.map((one, at) => ({ title: titles[at] ?? "", rows: [one] }))),
  );
const buttons = fc
  .uniqueArray(fc.record({ id: text(limits.replyButtonIdLength, 1), title: text(limits.replyButtonTitleLength, 1) }), {
    minLength: 1,
    maxLength: 3,
    selector: ({ title }) => title,
  })
  .filter((all) => new Set(all.map(({ id }) => id)).size === all.length);

/** Any message of a type that its schema takes; a type without one is a compile error here. */
export const outboundMessages: {
  readonly [Type in OutboundMessage["type"]]: fc.Arbitrary<OutboundMessage & { readonly type: Type }>;
} = {
  text: fc.record({
    type: fc.constant("text"),
    body: text(limits.textBodyLength, 1),
    previewUrl: fc.boolean(),
  }),
  media: fc
    .record({
      type: fc.constant("media"),
      kind: fc.constantFrom(...mediaKinds),
      mimeType: fc.constant(""),
      source,
      caption: text(limits.captionLength),
      fileName: text(limits.fileNameLength),
    })
    .map((media) => ({
      ...media,
      caption: media.kind === "audio" || media.kind === "sticker" ? "" : media.caption,
      fileName: media.kind === "document" ? media.fileName : "",
    })),
  location: place.map((where) => ({ type: "location", ...where })),
  contacts: fc.record({
    type: fc.constant("contacts"),
    contacts: fc.array(card, { minLength: 1, maxLength: limits.contactCards }),
  }),
  list: fc.record({
    type: fc.constant("list"),
    ...interactive,
    header: text(limits.headerLength),
    button: text(limits.listButtonLength, 1),
    sections,
  }),
  "reply-buttons": fc.record({ type: fc.constant("reply-buttons"), ...interactive, buttons }),
  template: fc.record({
    type: fc.constant("template"),
    name: text(limits.templateNameLength, 1),
    language: fc.constantFrom("en", "pt_BR", "fil"),
    header: fc.oneof(
      none,
      fc.record({ type: fc.constant("text" as const), parameter }),
      fc.record({ type: fc.constant("media" as const), media: headerMedia }),
      fc.record({ type: fc.constant("location" as const), place }),
    ),
    body: fc.array(parameter, { maxLength: 10 }),
    buttons: fc.uniqueArray(buttonValue, { maxLength: 10, selector: ({ index: at }) => at }),
  }),
  "cta-url": fc.record({
    type: fc.constant("cta-url"),
    ...interactive,
    displayText: text(limits.ctaTextLength, 1),
    url: link,
  }),
  "location-request": fc.record({ type: fc.constant("location-request"), body: interactive.body }),
  reaction: fc.record({
    type: fc.constant("reaction"),
    messageId: text(limits.providerIdLength, 1),
    emoji: fc.constantFrom("", "👍🏽", "👩‍💻", "❤️"),
  }),
  "read-mark": fc.record({
    type: fc.constant("read-mark"),
    messageId: text(limits.providerIdLength, 1),
    showsTyping: fc.boolean(),
  }),
};

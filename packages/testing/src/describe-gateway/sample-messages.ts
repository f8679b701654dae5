import {
  type ContactCard,
  type InteractiveHeader,
  mediaKinds,
  type OutboundMessage,
  type Template,
  type TemplateMessage,
  templateSchema,
} from "@parley/messaging";

/** What a sample is made with: the id of a message that the person wrote. */
export type SampleParts = { readonly messageId: string };

/** A sample: the message, and the template that it is made of where it is. */
export type SampleMessage = { readonly message: OutboundMessage; readonly template?: Template };

type Samples<Type extends OutboundMessage["type"]> = (
  parts: SampleParts,
) => readonly (SampleMessage & { readonly message: { readonly type: Type } })[];

const link = (ending: string) => ({ type: "link", url: `https://example.com/files/a.${ending}?b=ü` }) as const;
const endings = { image: "png", video: "mp4", audio: "ogg", document: "pdf", sticker: "webp" } as const;
const mimeTypes = {
  ...{ image: "image/png", video: "video/mp4", audio: "audio/ogg; codecs=opus" },
  ...{ document: "application/pdf", sticker: "image/webp" },
} as const;
const headers: readonly InteractiveHeader[] = [
  { type: "none" },
  { type: "text", text: "A header \u{1F642}" },
  ...(["image", "video", "document"] as const).map((kind) => ({
    type: "media" as const,
    media: { kind, source: link(endings[kind]), fileName: kind === "document" ? "Rechnung.pdf" : "" },
  })),
];
const words = 'Grüße, \u{1F469}\u200D\u{1F4BB}\n*bold* _and_ $(not.an.expression) {{1}} \\ "quoted"';

const card: ContactCard = {
  name: {
    ...{ formattedName: "Dr Ada King Lovelace PhD", firstName: "Ada", middleName: "King" },
    ...{ lastName: "Lovelace", prefix: "Dr", suffix: "PhD" },
  },
  phones: [{ phone: "+31 6 12345678", type: "WORK", waId: "31612345678" }],
  emails: [{ email: "ada@example.com", type: "HOME" }],
  urls: [{ url: "https://example.com/ada", type: "WORK" }],
  addresses: [
    {
      ...{ street: "Dam 1", city: "Amsterdam", state: "NH", zip: "1012 JS" },
      ...{ country: "Netherlands", countryCode: "nl", type: "HOME" },
    },
  ],
  organization: { company: "Engines", department: "Analysis", title: "Countess" },
  birthday: "1815-12-10",
};

const utility = (changes: object): Template =>
  templateSchema.parse({ language: "en_US", category: "utility", body: "Your order is on its way.", ...changes });

/** A message made of a template, and the template. */
function templated(template: Template, changes: Partial<TemplateMessage>) {
  const { name, language } = template;
  const message: TemplateMessage = {
    type: "template",
    name,
    language,
    header: { type: "none" },
    body: [],
    buttons: [],
    ...changes,
  };
  return { message, template };
}

const text = (said: string, name = "") => ({ type: "text", name, text: said }) as const;
const urlButton = { type: "url", text: "Track", url: "https://example.com/{{1}}", example: "https://example.com/1" };

/** Messages of every type in their variants; a type without any is a compile error here. */
export const sampleMessages: { readonly [Type in OutboundMessage["type"]]: Samples<Type> } = {
  text: () => [
    { message: { type: "text", body: words, previewUrl: true } },
    { message: { type: "text", body: "x".repeat(4096), previewUrl: false } },
  ],
  media: () =>
    mediaKinds.map((kind) => ({
      message: {
        type: "media",
        kind,
        mimeType: mimeTypes[kind],
        source: link(endings[kind]),
        caption: kind === "audio" || kind === "sticker" ? "" : words,
        fileName: kind === "document" ? "Rechnung Ü.pdf" : "",
      },
    })),
  location: () => [
    { message: { type: "location", latitude: 52.3731, longitude: -4.8926, name: "Dam", address: "Dam 1, Amsterdam" } },
    { message: { type: "location", latitude: 0, longitude: 0, name: "", address: "" } },
  ],
  contacts: () => [{ message: { type: "contacts", contacts: [card, { ...card, phones: [], birthday: "" }] } }],
  list: () => [
    {
      message: {
        ...{ type: "list", header: "A header", body: words, footer: "Small print", button: "Menu" },
        sections: [
          { title: "Fast", rows: [{ id: "express", title: "Express", description: "Next day" }] },
          { title: "Slow", rows: [{ id: "mail", title: "Mail", description: "" }] },
        ],
      },
    },
  ],
  "reply-buttons": () =>
    headers.map((header) => ({
      message: {
        ...{ type: "reply-buttons", header, body: words, footer: "Small print" },
        buttons: [
          { id: "yes", title: "Yes" },
          { id: "no", title: "No \u{1F642}" },
        ],
      },
    })),
  template: () => [
    templated(utility({ name: "plain" }), {}),
    templated(
      utility({
        name: "positional",
        header: { type: "text", text: "For {{1}}", example: "Ada" },
        body: "Hi {{1}}, {{2}} until {{3}}.",
        bodyExamples: ["Ada", "€1", "today"],
      }),
      {
        header: { type: "text", parameter: text("Ada \u{1F642}") },
        body: [
          text("Grüße"),
          { type: "currency", name: "", code: "EUR", amount1000: 9990, fallback: "€9.99" },
          { type: "date-time", name: "", timestamp: 1_767_225_600, fallback: "1 January" },
        ],
      },
    ),
    templated(
      utility({
        ...{ name: "named", parameterFormat: "named", body: "Hi {{first_name}}, {{order}} is here." },
        bodyExamples: ["Ada", "12"],
      }),
      { body: [text("12", "order"), text("Ada", "first_name")] },
    ),
    ...(["image", "video", "document"] as const).map((kind) =>
      templated(utility({ name: `with_${kind}`, header: { type: kind, example: "4::aW" } }), {
        header: {
          type: "media",
          media: { kind, source: link(endings[kind]), fileName: kind === "document" ? "Rechnung.pdf" : "" },
        },
      }),
    ),
    templated(utility({ name: "with_place", header: { type: "location" } }), {
      header: { type: "location", place: { latitude: 52.37, longitude: 4.89, name: "Dam", address: "Dam 1" } },
    }),
    templated(
      utility({
        name: "with_buttons",
        buttons: [{ type: "quick-reply", text: "Yes" }, urlButton, { type: "copy-code", example: "25OFF" }],
      }),
      {
        buttons: [
          { type: "quick-reply", index: 0, payload: "P-Ü" },
          { type: "url", index: 1, suffix: "orders/12" },
          { type: "copy-code", index: 2, code: "26OFF" },
        ],
      },
    ),
    templated(
      utility({
        ...{ name: "with_code", category: "authentication", body: "" },
        buttons: [{ type: "otp", otpType: "copy-code" }],
      }),
      { body: [text("J$FpnYnP")], buttons: [{ type: "otp", index: 0, code: "J$FpnYnP" }] },
    ),
  ],
  "cta-url": () =>
    headers.map((header) => ({
      message: {
        ...{ type: "cta-url", header, body: words, footer: "Small print" },
        ...{ displayText: "Track it", url: "https://example.com/orders/1?a=b" },
      },
    })),
  "location-request": () => [{ message: { type: "location-request", body: words } }],
  reaction: ({ messageId }) => [
    { message: { type: "reaction", messageId, emoji: "👍🏽" } },
    { message: { type: "reaction", messageId, emoji: "" } },
  ],
  "read-mark": ({ messageId }) => [
    { message: { type: "read-mark", messageId, showsTyping: false } },
    { message: { type: "read-mark", messageId, showsTyping: true } },
  ],
};

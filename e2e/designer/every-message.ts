/** A message of every type, with something in each of its fields. */
export const everyMessage: Readonly<Record<string, object>> = {
  text: { type: "text", body: "See *https://www.example.com/books* for _more_.", previewUrl: true },
  media: {
    type: "media",
    kind: "document",
    mimeType: "application/pdf",
    source: { type: "upload", mediaId: "1234567890" },
    caption: "Your *invoice*",
    fileName: "Invoice.pdf",
  },
  location: {
    type: "location",
    latitude: "52.3731",
    longitude: "4.8926",
    name: "Juniper Books",
    address: "Dam 1, Amsterdam",
  },
  contacts: {
    type: "contacts",
    contacts: [
      {
        name: { formattedName: "Ada Byron", firstName: "Ada", lastName: "Byron" },
        phones: [{ phone: "+44 20 7946 0000", type: "WORK", waId: "442079460000" }],
        emails: [{ email: "ada@example.com", type: "WORK" }],
        urls: [{ url: "https://example.com", type: "" }],
        addresses: [{ street: "Dam 1", city: "Amsterdam", zip: "1012 JS", country: "Netherlands", countryCode: "nl" }],
        organization: { company: "Analytical Engines", department: "", title: "Countess" },
        birthday: "1815-12-10",
      },
    ],
  },
  list: {
    type: "list",
    header: "Menu",
    body: "What would you like to *do*?",
    footer: "Juniper Books",
    button: "Choose",
    sections: [
      { title: "Orders", rows: [{ id: "track", title: "Track my order", description: "Where is it now?" }] },
      { title: "Help", rows: [{ id: "agent", title: "An agent", description: "" }] },
    ],
  },
  "reply-buttons": {
    type: "reply-buttons",
    header: {
      type: "media",
      media: { kind: "image", source: { type: "link", url: "https://example.com/cover.jpg" }, fileName: "" },
    },
    body: "Shall we keep it for you?",
    footer: "Until Friday",
    buttons: [
      { id: "yes", title: "Yes, please" },
      { id: "no", title: "No" },
    ],
  },
  template: {
    type: "template",
    name: "order_shipped",
    language: "en",
    header: { type: "location", place: { latitude: "52.37", longitude: "4.89", name: "Shop", address: "" } },
    body: [
      { type: "text", name: "", text: "Ada" },
      { type: "currency", name: "", code: "EUR", amount1000: "9990", fallback: "€9.99" },
      { type: "date-time", name: "", timestamp: "1798761600", fallback: "Friday" },
    ],
    buttons: [{ type: "quick-reply", index: 0, payload: "help" }],
  },
  "cta-url": {
    type: "cta-url",
    header: { type: "text", text: "New arrivals" },
    body: "Have a look at what came in this week.",
    footer: "",
    displayText: "Open the shop",
    url: "https://example.com/shop",
  },
  "location-request": { type: "location-request", body: "Where shall we deliver it?" },
  reaction: { type: "reaction", messageId: "$(whatsapp.transId)", emoji: "👍" },
  "read-mark": { type: "read-mark", messageId: "$(whatsapp.transId)", showsTyping: true },
};

const trigger = {
  type: "webhook",
  webhookId: "",
  fields: [{ name: "orderId", path: "order.id" }],
  contactType: "waId",
  contact: "$(inboundWebhook.body.waId)",
  conditions: [],
};

const events = [
  { type: "whatsapp.reply" },
  { type: "whatsapp.mo", outcome: "No", keywords: ["no", "never"], pattern: "^n", media: ["text"], from: "$(title)" },
  { type: "custom-event", event: "payment.done", match: [{ key: "orderId", value: "$(title)" }] },
];

/** A flow that sends all of them, each by a node whose id is its type's place from `n3` on, and waits for events of every kind at `n40`. */
export const everyMessageFlow = {
  format: "parley.flow/1",
  id: "every-message",
  name: "Every message",
  variables: [{ name: "title", default: "Emma" }],
  nodes: [
    { id: "n2", type: "start", position: { x: 0, y: 0 }, config: { trigger } },
    ...Object.values(everyMessage).map((message, index) => ({
      id: `n${index + 3}`,
      type: "whatsapp",
      position: { x: 340 + (index % 4) * 340, y: Math.floor(index / 4) * 260 },
      config: { message, ...(index === 0 ? { destination: "+31612345678", waitFor: "read", timeoutSeconds: 60 } : {}) },
    })),
    { id: "n40", type: "receive", position: { x: 0, y: 300 }, config: { events, timeoutSeconds: 300 } },
  ],
  edges: [{ id: "e1", source: "n2", outcome: "onBegin", target: "n3" }],
};

/** The id of the node that sends the message of a type. */
export function nodeOf(type: string): string {
  return `n${Object.keys(everyMessage).indexOf(type) + 3}`;
}

import type { ContactCard } from "./contacts.ts";
import type { OutboundMessage } from "./index.ts";

const card: ContactCard = {
  name: {
    formattedName: "Ada Lovelace",
    firstName: "Ada",
    middleName: "",
    lastName: "Lovelace",
    prefix: "",
    suffix: "",
  },
  phones: [],
  emails: [],
  urls: [],
  addresses: [],
  organization: { company: "", department: "", title: "" },
  birthday: "",
};

/** One message of every type; a type without one is a compile error here. */
export const sampleMessages: { readonly [Type in OutboundMessage["type"]]: OutboundMessage & { readonly type: Type } } =
  {
    text: { type: "text", body: "Hello", previewUrl: true },
    media: {
      type: "media",
      kind: "image",
      mimeType: "image/jpeg",
      source: { type: "link", url: "https://example.com/taj.jpg" },
      caption: "Taj Mahal",
      fileName: "",
    },
    location: { type: "location", latitude: 52.37, longitude: 4.9, name: "Dam", address: "Dam 1" },
    contacts: { type: "contacts", contacts: [card] },
    list: {
      type: "list",
      header: "",
      body: "Choose",
      footer: "",
      button: "Menu",
      sections: [{ title: "", rows: [{ id: "a", title: "A", description: "" }] }],
    },
    "reply-buttons": {
      type: "reply-buttons",
      header: { type: "none" },
      body: "Shall we?",
      footer: "",
      buttons: [{ id: "yes", title: "Yes" }],
    },
    template: { type: "template", name: "hello", language: "en", header: { type: "none" }, body: [], buttons: [] },
    "cta-url": {
      type: "cta-url",
      header: { type: "none" },
      body: "On its way",
      footer: "",
      displayText: "Track it",
      url: "https://example.com/1",
    },
    "location-request": { type: "location-request", body: "Where are you?" },
    reaction: { type: "reaction", messageId: "wamid.1", emoji: "👍" },
    "read-mark": { type: "read-mark", messageId: "wamid.1", showsTyping: false },
  };

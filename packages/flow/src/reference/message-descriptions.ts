import { messagingLimits } from "@parley/messaging";
import type { MessageConfig } from "../messages/index.ts";

/** What people are told of a message type, beside what its schema says. */
export type MessageDescription = {
  readonly summary: string;
  readonly sources: readonly string[];
  readonly fields: { readonly [path: string]: string };
};

const header = "What stands above the body: nothing, a line of text, or a file.";
const footer = "A line of small print; empty for none.";
const cards = "contacts[]";

export const messageDescriptions = {
  text: {
    summary: "A text, with `*bold*`, `_italics_`, `~strikethrough~` and three backticks round what is monospaced.",
    sources: ["WhatsApp node page, Text", "Cloud API reference, text"],
    fields: {
      body: "What is written.",
      previewUrl: "Whether WhatsApp shows a preview of the first link.",
    },
  },
  media: {
    summary: "An image, a video, a sound, a document or a sticker, by a public link or as a file that was uploaded.",
    sources: ["WhatsApp node page, Media", "Cloud API, Media"],
    fields: {
      kind: "What kind of file. See Media files.",
      mimeType:
        "One that the kind takes; then a link must end in the same format. Empty says nothing of it, and a link may end as it likes.",
      source: "Where WhatsApp gets the file from.",
      caption: "Of an image, a video or a document; empty for none.",
      fileName: "What a document is called on the phone; empty for the others.",
    },
  },
  location: {
    summary: "A place on the map.",
    sources: ["WhatsApp node page, Location"],
    fields: {},
  },
  contacts: {
    summary: "Contact cards.",
    sources: ["WhatsApp node page, Contact", "Cloud API, Contacts messages"],
    fields: {
      contacts: "The cards.",
      [`${cards}.name.formattedName`]: "The name as it is shown; required, with one other part at least.",
      [`${cards}.name.firstName`]: "First name.",
      [`${cards}.name.middleName`]: "Middle name.",
      [`${cards}.name.lastName`]: "Last name.",
      [`${cards}.name.prefix`]: "Such as Dr, without punctuation.",
      [`${cards}.name.suffix`]: "Such as PhD, without punctuation.",
      [`${cards}.phones`]: "Phone numbers.",
      [`${cards}.phones[].phone`]: "The number.",
      [`${cards}.phones[].type`]: "HOME, WORK or the like.",
      [`${cards}.phones[].waId`]: "The WA ID of the number, so that it can be written to at once; empty for none.",
      [`${cards}.emails`]: "Email addresses.",
      [`${cards}.emails[].email`]: "The address.",
      [`${cards}.emails[].type`]: "HOME, WORK or the like.",
      [`${cards}.urls`]: "Websites.",
      [`${cards}.urls[].url`]: "The address.",
      [`${cards}.urls[].type`]: "HOME, WORK or the like.",
      [`${cards}.addresses`]: "Postal addresses.",
      [`${cards}.addresses[].street`]: "Street and number.",
      [`${cards}.addresses[].city`]: "City.",
      [`${cards}.addresses[].state`]: "State or province.",
      [`${cards}.addresses[].zip`]: "Postal code.",
      [`${cards}.addresses[].country`]: "Country.",
      [`${cards}.addresses[].countryCode`]: "Two letters, such as `nl`.",
      [`${cards}.addresses[].type`]: "HOME, WORK or the like.",
      [`${cards}.organization.company`]: "Company.",
      [`${cards}.organization.department`]: "Department.",
      [`${cards}.organization.title`]: "What the person is there.",
      [`${cards}.birthday`]: "A date such as `1999-01-23`; empty for none.",
    },
  },
  list: {
    summary: "A menu behind a button. The contact chooses one row, and may choose again later.",
    sources: ["WhatsApp node page, List Message", "Cloud API, Interactive list messages"],
    fields: {
      header: "A line of text above the body; empty for none.",
      body: "What is written.",
      footer,
      button: "What the button that opens the list reads (List Title).",
      sections: `Groups of rows: ${messagingLimits.listRows} rows in all sections together.`,
      "sections[].title": "Required where there is more than one section.",
      "sections[].rows": "What can be chosen.",
      "sections[].rows[].id": "Comes back when the row is chosen; different for every row of the message.",
      "sections[].rows[].title": "What the row reads.",
      "sections[].rows[].description": "A line below the title; empty for none.",
    },
  },
  "reply-buttons": {
    summary: "Up to three buttons, of which the contact presses one.",
    sources: ["WhatsApp node page, Reply Buttons", "Cloud API, Interactive reply buttons messages"],
    fields: {
      header,
      body: "What is written.",
      footer,
      buttons: "The buttons.",
      "buttons[].id": "Comes back when the button is pressed; different for every button.",
      "buttons[].title": "What the button reads; different for every button.",
    },
  },
  template: {
    summary:
      "A message made of a template that Meta has approved: the only one that may be sent outside the session window.",
    sources: ["WhatsApp node page, Template", "Cloud API, Message templates"],
    fields: {
      name: "The template's name in the registry of the app.",
      language: "The template's language.",
      header: "What the template's header wants.",
      body: "A value for each placeholder of the body, in their order; of an authentication template the one-time password.",
      buttons: "What the template's buttons want.",
      "buttons[]{quick-reply}.index": "The place of the button among all of the template, from 0.",
      "buttons[]{url}.index": "The place of the button among all of the template, from 0.",
      "buttons[]{copy-code}.index": "The place of the button among all of the template, from 0.",
      "buttons[]{otp}.index": "The place of the button among all of the template, from 0.",
      "buttons[]{quick-reply}.payload": "Comes back with the postback; empty gives back what the button reads.",
      "buttons[]{url}.suffix": "Goes in the place of the placeholder at the end of the link.",
      "buttons[]{copy-code}.code": "The coupon code that is copied.",
      "buttons[]{otp}.code": "The one-time password, which also is the body's only parameter.",
    },
  },
  "cta-url": {
    summary: "One button that opens a page. Webex Connect has none such outside templates.",
    sources: ["Cloud API, Interactive call-to-action URL button messages"],
    fields: {
      header,
      body: "What is written.",
      footer,
      displayText: "What the button reads.",
      url: "The page that it opens.",
    },
  },
  "location-request": {
    summary: "Asks the contact for their location by a button. Webex Connect has none such.",
    sources: ["Cloud API, Location request messages"],
    fields: { body: "What is written." },
  },
  reaction: {
    summary: "An emoji on a message. Webex Connect has none such.",
    sources: ["Cloud API, Reaction messages"],
    fields: {
      messageId: "The provider's id of the message; the contact's latest unless another is named.",
      emoji: "One emoji; empty takes the reaction away.",
    },
  },
  "read-mark": {
    summary:
      "Marks the contact's message, and all before it, as read, and may show that the business is typing. It is no message: no receipt ever comes, so Wait For must be None. Webex Connect has none such.",
    sources: ["Cloud API, Mark messages as read", "Cloud API, Typing indicators"],
    fields: {
      messageId: "The provider's id of the message; the contact's latest unless another is named.",
      showsTyping: "Whether typing shows, until the next send or for 25 seconds.",
    },
  },
} as const satisfies Record<MessageConfig["type"], MessageDescription>;

/** What parts are for that several messages have, by the end of their paths. */
export const partDescriptions: { readonly [path: string]: string } = {
  "{link}.url": "A public link to the file, which WhatsApp's servers can open.",
  "{upload}.mediaId": "The id that the file got when it was uploaded.",
  "{text}.text": "A line of text.",
  "media.kind": "What kind of file.",
  "media.source": "Where WhatsApp gets the file from.",
  "media.fileName": "What a document is called on the phone; empty for the others.",
  latitude: "Degrees north.",
  longitude: "Degrees east.",
  name: "What the place is called; empty for none.",
  address: "Shown only where the place has a name; empty for none.",
  "header{text}.parameter": "The value of the header's placeholder.",
  "body[]{text}.name": "Of a template with named placeholders, the name; else empty.",
  "body[]{text}.text": "The value.",
  "{text}.name": "Of a template with named placeholders, the name; else empty.",
  "parameter{text}.text": "The value.",
  "{currency}.name": "Of a template with named placeholders, the name; else empty.",
  "{currency}.code": "ISO 4217, such as EUR.",
  "{currency}.amount1000": "The amount times 1000: 9.99 is 9990.",
  "{currency}.fallback": "Shown where WhatsApp cannot localise the amount.",
  "{date-time}.name": "Of a template with named placeholders, the name; else empty.",
  "{date-time}.timestamp": "Seconds since 1970 (UTC).",
  "{date-time}.fallback": "Shown where WhatsApp cannot localise the time.",
};

import { messagingLimits } from "@parley/messaging";

/** Where sources disagree, or say what cannot be kept: what each says, and what is done. */
export type SourceConflict = { readonly about: string; readonly say: string; readonly done: string };

/** The stricter for the Cloud API stands, unless a row says why not. */
export const sourceConflicts: readonly SourceConflict[] = [
  {
    about: "Body of a list",
    say: "WhatsApp node page: 1,024 characters. Cloud API's page since 2025: 4,096.",
    done: `${messagingLimits.interactiveBodyLength}, so that a flow works behind either.`,
  },
  {
    about: "Button that opens a list",
    say: "WhatsApp node page: 24 characters. Cloud API: 20.",
    done: `${messagingLimits.listButtonLength}.`,
  },
  {
    about: "Identifier of a reply button",
    say: "WhatsApp node page: 200 characters. Cloud API: 256.",
    done: `${messagingLimits.replyButtonIdLength}.`,
  },
  {
    about: "Contact cards of one message",
    say: "Cloud API's OpenAPI description: 5. Its page: up to 257, with the advice to send fewer.",
    done: `${messagingLimits.contactCards}.`,
  },
  {
    about: "OGG sound",
    say: "WhatsApp node page: only with `codecs=opus`. Webex Connect since v6.20: Opus no longer. Cloud API: Opus in OGG.",
    done: "`audio/ogg; codecs=opus`, as the Cloud API takes it.",
  },
  {
    about: "Coupon code of a template",
    say: "Cloud API: 15 characters, 20 since December 2025.",
    done: `${messagingLimits.couponLength}.`,
  },
  {
    about: "Buttons of a template",
    say: "WhatsApp node page: three quick replies or two calls to action. Cloud API: ten in all, of which two links, one call and one coupon code.",
    done: `${messagingLimits.templateButtons} in all, by the Cloud API's rules: Meta decides what a template is.`,
  },
  {
    about: "Time-out of a wait",
    say: "WhatsApp node page: by `onDeliveryReportFail` in the field's text, by `onTimeout` in the table of outcomes.",
    done: "`onTimeout`; where that has no edge, the edge of `onDeliveryReportFail`.",
  },
  {
    about: "Wait For Read",
    say: "No source names its outcome.",
    done: "`onRead`.",
  },
  {
    about: "The sender's id",
    say: "WhatsApp node page: `whatsapp.whatsappId`. Start and Receive node pages: `whatsapp.waId`.",
    done: "Both; they are one.",
  },
  {
    about: "People without a visible number",
    say: "Webex Connect since v6.18: the BSUID stands in the place of the WA ID.",
    done: "`whatsapp.waId` is absent and `whatsapp.bsuid` is there; a destination of the type WA ID takes a BSUID all the same.",
  },
  {
    about: "Expiry in UTC",
    say: "WhatsApp node page: `2019-23-04 03:06:48 AM`, year, day, month.",
    done: "Either that or ISO 8601; the field's `format` says which, so that no day is taken for a month.",
  },
  {
    about: "Correlation id, callback data, notify URL",
    say: "WhatsApp node page: no longest length.",
    done: `Correlation id and callback data at most ${messagingLimits.callbackDataLength} characters, so that a send stays small.`,
  },
  {
    about: "Notify URL that a variable makes wrong",
    say: "WhatsApp node page: the request is not eligible for retries.",
    done: "The message is sent, nothing is posted, and the journal warns.",
  },
  {
    about: "Outputs of an HTTP request",
    say: "HTTP Request node page: `https.statusCode`. Other pages: `http.responseBody`.",
    done: "Both; they are one.",
  },
  {
    about: "Output of business hours",
    say: "Social Hour Check node page: `socialHour.timeToNext`.",
    done: "That and `businessHours.timeToNext`; they are one.",
  },
  {
    about: "Answers with an error's status",
    say: "Webex Connect: by `onSuccess`, as seen.",
    done: "By `onError` from 400 on, unless the node's `errorStatuses` says `none`.",
  },
  {
    about: "Length of a one-time password",
    say: "Generate OTP node page: 4 to 64 characters. WhatsApp: at most 15 in a template.",
    done: "4 to 15.",
  },
  {
    about: "Wait for date of a Delay",
    say: "Delay node page: `dd-mm-yyyy hh:mm:ss` in the time zone of the server.",
    done: "That or ISO 8601, in a time zone that the node names.",
  },
  {
    about: "Template that does not exist",
    say: "Webex Connect has 7805 and 7849 for it.",
    done: "7805.",
  },
  {
    about: "Characters",
    say: "No source says what counts as one.",
    done: "UTF-16 code units, the strictest reading: an emoji counts as two or more.",
  },
];

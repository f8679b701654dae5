import {
  assertNever,
  type Contact,
  type InboundContent,
  type InboundMessage,
  type JsonObject,
} from "@parley/messaging";

/**
 * What a Start or a Receive puts out for a message, by group (Receive node page, Output variables). `contextNode` is the node of the conversation that
 * sent the message which this one answers, where there is such.
 */
export function outputsOfMessage(
  message: InboundMessage,
  contact: Contact,
  { appId, contextNode = "" }: { readonly appId: string; readonly contextNode?: string | undefined },
): { [group: string]: JsonObject } {
  const { content, contextId, referral } = message;
  const whatsapp = {
    waId: contact.waId,
    bsuid: contact.bsuid,
    username: contact.name,
    userHandle: contact.username,
    contextId,
    contextNode,
    identityHash: contact.identityHash,
    referral,
    appId,
    timestamp: String(Math.floor(message.sentAt / 1000)),
    transId: message.id,
    type: content.type === "media" ? content.kind : content.type,
    ...contentOutputs(content),
  };
  const receive = { message: textOfMessage(content), channel: "whatsapp", payload: message.payload };
  return { whatsapp: withoutAbsent(whatsapp), receive };
}

/** What a message says in words: what was written, or what was chosen. */
export function textOfMessage(content: InboundContent): string {
  switch (content.type) {
    case "text":
    case "postback":
      return content.text;
    case "list-reply":
    case "button-reply":
      return content.title;
    case "media":
      return content.caption;
    case "location":
      return content.name;
    case "contacts":
    case "reaction":
    case "system":
    case "unsupported":
      return "";
    default:
      return assertNever(content);
  }
}

type Outputs = { readonly [name: string]: JsonObject[string] | undefined };

function contentOutputs(content: InboundContent): Outputs {
  switch (content.type) {
    case "text":
      return { message: content.text };
    case "postback":
      return { buttonPayload: content.payload, buttonText: content.text };
    case "list-reply":
      return { listRowIdentifier: content.id, listRowTitle: content.title, listDescription: content.description };
    case "button-reply":
      return { replyButtonIdentifier: content.id, replyButtonTitle: content.title };
    case "media":
      return mediaOutputs(content);
    case "location":
      return {
        message: "",
        locationLatitude: String(content.latitude),
        locationLongitude: String(content.longitude),
        locationName: content.name,
        locationAddress: content.address,
        locationUrl: content.url,
      };
    case "contacts":
      return { message: "", attachmentType: "contact", contacts: content.contacts };
    case "unsupported":
      return { message: "", attachmentType: content.wireType };
    case "reaction":
    case "system":
      return {};
    default:
      return assertNever(content);
  }
}

function mediaOutputs(media: Extract<InboundContent, { type: "media" }>): Outputs {
  const { kind, mimeType, url, caption, mediaId, fileName } = media;
  return {
    message: "",
    attachmentType: kind,
    attachments: { mime_type: mimeType, url, caption, id: mediaId, filename: fileName },
    mimeType,
    caption,
    [`${kind}Url`]: url,
    ...(media.isVoice === true ? { voiceUrl: url } : {}),
  };
}

function withoutAbsent(outputs: Outputs): JsonObject {
  const present: { [name: string]: JsonObject[string] } = {};
  for (const [name, value] of Object.entries(outputs)) {
    if (value !== undefined) present[name] = value;
  }
  return present;
}

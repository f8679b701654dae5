import type { SendRequest } from "./gateway.ts";

/** A plain text message to one person, under the send key given. */
export function requestWith(sendKey: string): SendRequest {
  return {
    app: {
      id: "app-1",
      connectionId: "connection-1",
      phoneNumberId: "106540352242922",
      displayPhoneNumber: "+15550783881",
      settings: { messagesPerSecond: 80, ambiguous: "retry" },
    },
    sendKey,
    to: { waId: "16505551234" },
    message: { type: "text", body: "Hello", previewUrl: false },
  };
}

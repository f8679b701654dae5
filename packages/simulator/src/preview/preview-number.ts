import type { App } from "@parley/messaging";
import type { BusinessNumber } from "../admission.ts";

/** The one app of a preview. */
export const previewApp: App = {
  id: "preview",
  connectionId: "preview",
  phoneNumberId: "100000000000001",
  displayPhoneNumber: "+15550783881",
  // What a flow sends goes out at once, as time stands still.
  settings: { messagesPerSecond: Infinity, ambiguous: "retry" },
};

/** The number of that app, as the world of phones knows it; its flow is told identity hashes, so that everything that can be told is seen. */
export const previewNumber: BusinessNumber = {
  phoneNumberId: previewApp.phoneNumberId,
  displayPhoneNumber: previewApp.displayPhoneNumber,
  businessAccountId: "200000000000001",
  hasIdentityCheck: true,
};

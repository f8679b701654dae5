import type { RegisteredTemplate } from "@parley/messaging";

/** What stands outside a flow and is known to whoever checks it. What is absent is not known, and then nothing is said of it. */
export type FlowFacts = {
  /** The templates of the apps that the flow is for: as they are registered, or by `name/language` alone. */
  readonly templates?: ReadonlySet<string> | readonly RegisteredTemplate[] | undefined;
  /** The ids of the inbound webhooks that there are. */
  readonly inboundWebhooks?: ReadonlySet<string> | undefined;
};

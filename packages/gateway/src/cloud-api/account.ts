import type { GatewayAccount } from "../account.ts";
import { gatewayLimits } from "../limits.ts";
import { createCaller } from "./account/caller.ts";
import { uploadMedia } from "./account/media.ts";
import { askNumber } from "./account/number.ts";
import { askProfile, saveProfile } from "./account/profile.ts";
import { editTemplate, listTemplates, removeTemplate, submitTemplate } from "./account/templates.ts";
import { openGraph } from "./graph.ts";
import { type CloudApiOptions, cloudApiOptionsSchema } from "./options.ts";

/** An account with connections of its own. */
export interface CloudApiAccount extends GatewayAccount {
  /** Waits for the questions under way, then closes the connections. A later question is answered `failed`. */
  close(): Promise<void>;
}

/**
 * What Meta keeps of a business beside its messages (Cloud API, Phone numbers, Business profiles, Message templates, Media). It logs nothing, never rejects,
 * and no answer of it holds the access token. Throws a `ZodError` when an option is out of its bounds.
 *
 * The sample file of a template's header is not uploaded here: Meta wants it by its Resumable Upload API, which needs the id of a Meta app. A header's
 * `example` is the handle that such an upload gave, and is passed on as it is; `uploadMedia` is for files in messages.
 */
export function createCloudApiAccount(options: CloudApiOptions): CloudApiAccount {
  const parsed = cloudApiOptionsSchema.parse(options);
  const graph = openGraph(parsed, gatewayLimits.accountResponseBytes);
  const call = createCaller(graph, { accessToken: parsed.accessToken, timeoutMs: parsed.requestTimeoutMs });
  return {
    number: (phoneNumberId, signal) => askNumber(call, phoneNumberId, signal),
    profile: (phoneNumberId, signal) => askProfile(call, phoneNumberId, signal),
    saveProfile: (phoneNumberId, profile, signal) => saveProfile(call, phoneNumberId, { profile, signal }),
    templates: (businessAccountId, signal) => listTemplates(call, businessAccountId, signal),
    submitTemplate: (businessAccountId, template, signal) =>
      submitTemplate(call, businessAccountId, { template, signal }),
    editTemplate: (providerId, template, signal) => editTemplate(call, providerId, { template, signal }),
    removeTemplate: (businessAccountId, template, signal) =>
      removeTemplate(call, businessAccountId, { template, signal }),
    uploadMedia: (phoneNumberId, file, signal) => uploadMedia(call, phoneNumberId, { file, signal }),
    close: () => graph.pool.close(),
  };
}

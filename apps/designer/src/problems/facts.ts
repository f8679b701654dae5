import type { FlowFacts } from "@parley/flow";
import { perSession } from "../session/per-session.ts";

/** What is known of the templates and the webhooks that an open flow names; nothing is said of what is not known. */
export const factsOf = perSession<FlowFacts>(() => ({}));

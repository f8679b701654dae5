export { Host, type HostOptions, type HostStats, type SignalOutcome } from "./host.ts";
export { HostError } from "./host-error.ts";
export type { HostEvent } from "./host-event.ts";
export { type HostLog, silentLog } from "./host-log.ts";
export { hostLimits } from "./limits.ts";

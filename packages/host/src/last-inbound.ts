import { type Contact, identitiesOf } from "@parley/messaging";
import type { Thread } from "@parley/store";
import { hostLimits } from "./limits.ts";

/** When contacts last wrote, as far as it is known without reading: a hint that can only be too early. Bounded by forgetting all. */
export class LastInbound {
  readonly #times = new Map<string, number>();

  remember({ appId, contact, lastInboundAt }: Thread): void {
    if (lastInboundAt === undefined) return;
    if (this.#times.size > hostLimits.inboundTimes) this.#times.clear();
    for (const identity of identitiesOf(contact)) this.#times.set(`${appId} ${identity}`, lastInboundAt);
  }

  /** By either identity; undefined when nothing is known. */
  of(appId: string, contact: Contact): number | undefined {
    const times = identitiesOf(contact).flatMap((identity) => this.#times.get(`${appId} ${identity}`) ?? []);
    return times.length === 0 ? undefined : Math.max(...times);
  }
}

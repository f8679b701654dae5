import type { Clock } from "@parley/messaging";
import type { ChatMessage, OutboundStatus } from "./chat.ts";
import type { Faults } from "./faults.ts";
import type { Phone } from "./phone.ts";

/** Why a message fails: a Meta error code, and Meta's words where they differ from the usual ones. */
export type Failure = { readonly code: number; readonly details?: string | undefined };

/** What befalls a message from the business once it was accepted. */
export interface Delivery {
  /** Begins: sent at once, then delivered and read as the phone will have it. */
  begin(message: ChatMessage): void;
  /** Fails a message. */
  fail(message: ChatMessage, failure: Failure): void;
  /** Brings a message to a status now, whatever its phone would do. */
  report(message: ChatMessage, status: OutboundStatus, errorCode?: number): void;
  /** Goes on with what waited for the phone to come back. */
  resume(phone: Phone): void;
}

/** Says that a message reached a status; `isTold` is whether the business hears of it. */
export type StatusReached = (
  message: ChatMessage,
  status: OutboundStatus,
  details: { readonly isTold: boolean; readonly failure?: Failure | undefined },
) => void;

/** Makes the delivery of one world. */
export function createDelivery(clock: Clock, faults: Faults, reached: StatusReached): Delivery {
  /** Later, even if at once: an answer to the send goes out before its first status. */
  function after(ms: number, callback: () => void): void {
    clock.schedule(clock.now() + ms, callback);
  }

  function begin(message: ChatMessage): void {
    if (message.chat.phone.settings.isByHand) return;
    after(0, () => reached(message, "sent", { isTold: true }));
    after(message.chat.phone.settings.deliverAfterMs, () => arrive(message));
  }

  function arrive(message: ChatMessage): void {
    const { failsWith, isBlocked } = message.chat.phone.settings;
    if (failsWith !== null) reached(message, "failed", { isTold: true, failure: { code: failsWith } });
    else if (!isBlocked) whenOnline(message, () => deliver(message));
  }

  function deliver(message: ChatMessage): void {
    if (message.hasSentOnly) return;
    const { hasReadReceipts, readAfterMs } = message.chat.phone.settings;
    // Without a read receipt to follow, the business would hear nothing at all, which is another fault than this one.
    const isSkipped = hasReadReceipts && faults.take("skipDelivered") !== undefined;
    reached(message, "delivered", { isTold: !isSkipped });
    after(readAfterMs, () => whenOnline(message, () => read(message)));
  }

  function read(message: ChatMessage): void {
    if (message.chat.phone.settings.hasReadReceipts) reached(message, "read", { isTold: true });
  }

  return {
    begin,
    fail: (message, failure) => after(0, () => reached(message, "failed", { isTold: true, failure })),
    report: (message, status, errorCode) =>
      reached(message, status, { isTold: true, failure: errorCode === undefined ? undefined : { code: errorCode } }),
    resume: (phone) => {
      for (const message of [...phone.chats.values()].flatMap((chat) => chat.messages)) {
        const goOn = message.awaitsPhone;
        message.awaitsPhone = undefined;
        goOn?.();
      }
    },
  };
}

function whenOnline(message: ChatMessage, goOn: () => void): void {
  if (message.chat.phone.settings.isOffline) message.awaitsPhone = goOn;
  else goOn();
}

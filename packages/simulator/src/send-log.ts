import { createBoundedMap } from "./bounded-map.ts";

/** A message of the business that was accepted. */
export type Send = {
  /** Its place among all accepted messages. */
  readonly sequence: number;
  readonly id: string;
  readonly phoneNumberId: string;
  /** The identity it was sent to. */
  readonly to: string;
  /** The business's own text, by which a test finds its own messages. */
  readonly clientReference?: string | undefined;
  readonly text: string;
  /** When it was accepted, in milliseconds. */
  readonly at: number;
};

/** Which sends to give: of one number or all, later than a sequence, at most so many. */
export type SendQuery = {
  readonly phoneNumberId?: string | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
};

/** The accepted messages, within bounds. */
export interface SendLog {
  add(send: Omit<Send, "sequence">): void;
  page(query: SendQuery): readonly Send[];
  clear(): void;
}

/** Makes an empty log of at most `maximum` sends. */
export function createSendLog(maximum: number): SendLog {
  const bySequence = createBoundedMap<number, Send>(maximum);
  let last = 0;

  function page({ phoneNumberId, after = 0, limit }: SendQuery): readonly Send[] {
    const found: Send[] = [];
    const first = Math.max(after, last - bySequence.size) + 1;
    for (let sequence = first; sequence <= last && found.length < limit; sequence += 1) {
      const send = bySequence.get(sequence);
      if (send !== undefined && (phoneNumberId ?? send.phoneNumberId) === send.phoneNumberId) found.push(send);
    }
    return found;
  }

  return {
    add: (send) => {
      last += 1;
      bySequence.set(last, { sequence: last, ...send });
    },
    page,
    clear: () => bySequence.clear(),
  };
}

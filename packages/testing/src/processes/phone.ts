import type { ChatEntry, PhoneChange } from "@parley/simulator";
import type { Control } from "./control.ts";
import { until } from "./until.ts";

/** A person with WhatsApp, in a chat with one business number. */
export interface Phone {
  readonly waId: string;
  /** Writes a message and gives its id; `sentAt`, in milliseconds, makes it an old one. */
  write(text: string, options?: { readonly sentAt?: number }): Promise<string>;
  /** Waits for the next message of the business. Rejects when another one comes, or none. */
  expectReply(expected: string | RegExp, options?: { readonly withinMs?: number }): Promise<void>;
  /** What the business has written, the oldest first. */
  replies(): Promise<readonly string[]>;
  chat(): Promise<readonly ChatEntry[]>;
  /** Changes how the phone, or its owner, behaves. */
  change(change: PhoneChange): Promise<void>;
}

/** Makes a phone in the world of a simulator. */
export function createPhone(control: Control, { waId, phoneNumberId }: { waId: string; phoneNumberId: string }): Phone {
  let expected = 0;
  const chat = (): Promise<readonly ChatEntry[]> => control.chat(waId, phoneNumberId);
  const replies = async (): Promise<readonly string[]> =>
    (await chat()).flatMap(({ direction, text }) => (direction === "out" ? [text] : []));
  const complaint = async (wanted: string | RegExp): Promise<string> => {
    const lines = (await chat()).map(({ direction, text, status }) => `  ${direction}: ${text} (${status})`);
    return `+${waId} waited for the reply ${wanted} and has\n${lines.join("\n")}`;
  };

  return {
    waId,
    chat,
    replies,
    write: (text, { sentAt } = {}) => control.write(waId, { phoneNumberId, text, sentAt }),
    expectReply: async (wanted, { withinMs } = {}) => {
      const reply = await until(async () => (await replies())[expected], {
        withinMs,
        otherwise: () => complaint(wanted),
      });
      const isRight = typeof wanted === "string" ? reply === wanted : wanted.test(reply);
      if (!isRight) throw new Error(await complaint(wanted));
      expected += 1;
    },
    change: async (change) => {
      await control.changePhone(waId, change);
    },
  };
}

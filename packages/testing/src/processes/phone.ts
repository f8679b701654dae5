import { type ChatEntry, choicesOf, type Content, type PhoneChange, type PhoneChoice } from "@parley/simulator";
import type { Control, Writing } from "./control.ts";
import { until } from "./until.ts";

/** What there is to say of a message beside what it is. */
export type PhoneWriting = Pick<Writing, "contextId" | "referral" | "sentAt">;

/** A person with WhatsApp, in a chat with one business number. */
export interface Phone {
  readonly waId: string;
  /** Writes a message and gives its id; `sentAt`, in milliseconds, makes it an old one. */
  write(text: string, writing?: PhoneWriting): Promise<string>;
  /** Sends something else: a file, a place, contact cards, a reaction. */
  send(content: Content, writing?: PhoneWriting): Promise<string>;
  /** Presses a button with that title, a reply button or a quick reply, of the newest message that has one. Waits until there is one. */
  press(title: string): Promise<string>;
  /** Chooses the row with that title in the newest list that has one. Waits until there is one. */
  choose(title: string): Promise<string>;
  /** What the newest message of the business lets the person choose, by title. */
  choices(): Promise<readonly string[]>;
  /** Waits for the next message of the business. Rejects when another one comes, or none. */
  expectReply(expected: string | RegExp, options?: { readonly withinMs?: number }): Promise<void>;
  /** What the business has written, the oldest first. */
  replies(): Promise<readonly string[]>;
  chat(): Promise<readonly ChatEntry[]>;
  /** Changes how the phone, or its owner, behaves. */
  change(change: PhoneChange): Promise<void>;
  /** WhatsApp's hash of the person's identity key. */
  identityHash(): Promise<string>;
  /** Moves to another device, which has another identity hash, and gives that. */
  changeDevice(): Promise<string>;
  /** Stops the business's marketing messages in WhatsApp itself, or takes them again. */
  setMarketing(value: "stop" | "resume"): Promise<void>;
}

/** Makes a phone in the world of a simulator. */
export function createPhone(control: Control, { waId, phoneNumberId }: { waId: string; phoneNumberId: string }): Phone {
  let expected = 0;
  const chat = (): Promise<readonly ChatEntry[]> => control.chat(waId, phoneNumberId);
  const outbound = async (): Promise<readonly ChatEntry[]> =>
    (await chat()).filter(({ direction }) => direction === "out");
  const replies = async (): Promise<readonly string[]> => (await outbound()).map(({ text }) => text);
  const complaint = async (wanted: string): Promise<string> => {
    const lines = (await chat()).map(({ direction, text, status }) => `  ${direction}: ${text} (${status})`);
    return `+${waId} waited for ${wanted} and has\n${lines.join("\n")}`;
  };
  const send = (content: Content, writing: PhoneWriting = {}): Promise<string> =>
    control.write(waId, { phoneNumberId, content, ...writing });
  const take = async (kinds: readonly PhoneChoice["kind"][], title: string): Promise<string> => {
    const find = async (): Promise<PhoneChoice | undefined> => {
      const newestFirst = (await outbound()).toReversed().flatMap(choicesOf);
      return newestFirst.find((choice) => kinds.includes(choice.kind) && choice.title === title);
    };
    const { content } = await until(find, { otherwise: () => complaint(`something to choose called ${title}`) });
    return send(content);
  };

  return {
    waId,
    chat,
    replies,
    send,
    write: (text, writing) => send({ type: "text", text }, writing),
    press: (title) => take(["button", "quick-reply"], title),
    choose: (title) => take(["row"], title),
    choices: async () => {
      const newest = (await outbound()).at(-1);
      return newest === undefined ? [] : choicesOf(newest).map(({ title }) => title);
    },
    expectReply: async (wanted, { withinMs } = {}) => {
      const reply = await until(async () => (await replies())[expected], {
        withinMs,
        otherwise: () => complaint(`the reply ${wanted}`),
      });
      const isRight = typeof wanted === "string" ? reply === wanted : wanted.test(reply);
      if (!isRight) throw new Error(await complaint(`the reply ${wanted}`));
      expected += 1;
    },
    change: async (change) => {
      await control.changePhone(waId, change);
    },
    identityHash: async () => (await control.changePhone(waId, {})).identityHash,
    changeDevice: async () => {
      const { identityHash } = await control.changePhone(waId, {});
      return (await control.changePhone(waId, { identityHash: `new-${identityHash}` })).identityHash;
    },
    setMarketing: (value) => control.setMarketing(waId, phoneNumberId, value),
  };
}

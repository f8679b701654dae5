import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { styleText } from "node:util";
import type { Entry, PhoneChat } from "./chat.ts";

const pollMs = 150;
/** Lines that are piped in are typed one after another, each once the chat has been quiet for so long. */
const quietMs = 2_500;

const help = `  /offline   /online            the phone loses and finds its network
  /receipts off   /receipts on  whether it tells that messages were read
  /block   /unblock             the business is blocked
  /skip <hours>                 moves the clock of the simulator
  /quit                         leaves`;

type Screen = { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WriteStream };

/** Runs a chat in a terminal: lines typed are messages, ticks show how far each message has come. */
export async function runTerminal(chat: PhoneChat, { input, output }: Screen): Promise<void> {
  const prompt = createInterface({ input, output, terminal: input.isTTY, prompt: "> " });
  let lastChangeAt = Date.now();
  let isOpen = true;
  const say = (line: string): void => {
    output.write(input.isTTY ? `\r\u001b[K${line}\n` : `${line}\n`);
    if (input.isTTY) prompt.prompt(true);
  };
  say(`You are +${chat.waId}, and ${chat.businessNumber} is on the other side. Type a message, or /help.`);

  const watching = (async () => {
    while (isOpen) {
      for (const entry of await chat.changes()) {
        lastChangeAt = Date.now();
        say(describe(entry));
      }
      await sleep(pollMs);
    }
  })();
  const quiet = async (): Promise<void> => {
    while (Date.now() - lastChangeAt < quietMs) await sleep(pollMs);
  };

  for await (const line of prompt) {
    const text = line.trim();
    if (text === "/quit") break;
    if (text.startsWith("/")) say(await command(chat, text.slice(1).split(/\s+/)));
    else if (text !== "") {
      if (!input.isTTY) say(styleText("bold", `> ${text}`));
      await chat.write(text);
      lastChangeAt = Date.now();
    }
    if (!input.isTTY) await quiet();
    else prompt.prompt();
  }
  isOpen = false;
  await watching;
  prompt.close();
}

const ticks = { pending: "…", sent: "✓", delivered: "✓✓", read: "✓✓ read", failed: "✗ failed" } as const;

const shown = new Set<string>();

/** A message the first time it is seen, and afterwards how far it has come. */
function describe({ id, direction, text, status }: Entry): string {
  const who = direction === "in" ? styleText("cyan", "     you") : styleText("green", "business");
  const tick = status === "read" ? styleText("blue", ticks.read) : styleText("dim", ticks[status]);
  if (shown.has(id)) return `         ${tick} ${styleText("dim", clip(text))}`;
  shown.add(id);
  return `${who}  ${text.replaceAll("\n", "\n          ")}  ${tick}`;
}

function clip(text: string): string {
  const line = text.replaceAll("\n", " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

async function command(chat: PhoneChat, [name, argument]: readonly string[]): Promise<string> {
  switch (name) {
    case "offline":
    case "online":
      await chat.setPhone({ isOffline: name === "offline" });
      return `  The phone is ${name}.`;
    case "block":
    case "unblock":
      await chat.setPhone({ isBlocked: name === "block" });
      return `  The business is ${name}ed.`;
    case "receipts":
      await chat.setPhone({ hasReadReceipts: argument !== "off" });
      return `  Read receipts are ${argument === "off" ? "off" : "on"}.`;
    case "skip": {
      const hours = Number(argument);
      if (!(hours > 0 && hours <= 1_000)) return "  Say how many hours, such as /skip 25";
      await chat.advanceClock(hours * 60 * 60 * 1000);
      return `  The simulator's clock is ${hours} hours ahead.`;
    }
    default:
      return help;
  }
}

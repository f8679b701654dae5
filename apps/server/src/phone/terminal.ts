import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { styleText } from "node:util";
import type { Entry, PhoneChat } from "./chat.ts";
import { runCommand } from "./commands.ts";
import { createEntryPainter } from "./show-entry.ts";

const pollMs = 150;
/** Lines that are piped in are typed one after another, each once the chat has been quiet for so long. */
const quietMs = 2_500;
/** Messages that commands may speak of: more than anybody scrolls back. */
const keptEntries = 200;

type Screen = { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WriteStream };

/** Runs a chat in a terminal: lines typed are messages, ticks show how far each message has come. */
export async function runTerminal(chat: PhoneChat, { input, output }: Screen): Promise<void> {
  const prompt = createInterface({ input, output, terminal: input.isTTY, prompt: "> " });
  const paint = createEntryPainter();
  let seen: readonly Entry[] = [];
  let lastChangeAt = Date.now();
  let isOpen = true;
  const say = (line: string): void => {
    if (line === "") return;
    output.write(input.isTTY ? `\r\u001b[K${line}\n` : `${line}\n`);
    if (input.isTTY) prompt.prompt(true);
  };
  say(`You are +${chat.waId}, and ${chat.businessNumber} is on the other side. Type a message, or /help.`);

  const watching = (async () => {
    while (isOpen) {
      for (const entry of await chat.changes()) {
        lastChangeAt = Date.now();
        seen = [...seen.filter(({ id }) => id !== entry.id), entry].slice(-keptEntries);
        say(paint(entry));
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
    if (!input.isTTY && text !== "") say(styleText("bold", `> ${text}`));
    if (text.startsWith("/")) say(await runCommand(chat, text.slice(1), inOrder(seen)));
    else if (text !== "") await chat.write({ type: "text", text });
    if (text !== "") lastChangeAt = Date.now();
    if (!input.isTTY) await quiet();
    else prompt.prompt();
  }
  isOpen = false;
  await watching;
  prompt.close();
}

/** An entry that changed comes again later; the messages themselves stay in the order in which they were sent. */
function inOrder(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((left, right) => left.at - right.at);
}

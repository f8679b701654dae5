import { randomBytes } from "node:crypto";
import { choicesOf, type PhoneChoice } from "@parley/simulator";
import type { Entry, PhoneChat } from "./chat.ts";

/** What a command works with: the chat, the words after its name, and the newest message of the business that lets one choose. */
type CommandCall = {
  readonly chat: PhoneChat;
  readonly words: readonly string[];
  readonly choices: readonly PhoneChoice[];
  /** The newest message of the business; undefined before the first. */
  readonly newestId: string | undefined;
};

/** A command of the terminal phone. */
type Command = {
  readonly help: string;
  /** Does it, and says what was done; an empty text where the chat itself will show it. */
  readonly run: (call: CommandCall) => Promise<string>;
};

const places = { latitude: 52.3731, longitude: 4.8922, name: "Dam Square", address: "Amsterdam" } as const;

const commands: Readonly<Record<string, Command>> = {
  button: {
    help: "/button <n>       presses a button of the latest message",
    run: (call) => choose(call, ["button", "quick-reply"]),
  },
  row: { help: "/row <n>          chooses a row of the latest list", run: (call) => choose(call, ["row"]) },
  location: { help: "/location [latitude longitude]  sends a place", run: sendLocation },
  image: { help: "/image [caption]  sends a picture", run: (call) => sendFile(call, "image") },
  video: { help: "/video [caption]", run: (call) => sendFile(call, "video") },
  audio: { help: "/audio            sends a voice message", run: (call) => sendFile(call, "audio") },
  document: { help: "/document [file name]", run: (call) => sendFile(call, "document") },
  sticker: { help: "/sticker", run: (call) => sendFile(call, "sticker") },
  contact: { help: "/contact [name]   sends a contact card", run: sendContact },
  react: { help: "/react <emoji>    reacts to the latest message", run: react },
  ad: { help: "/ad <text>        writes as somebody who came by an advertisement", run: writeFromAd },
  marketing: { help: "/marketing stop   /marketing resume   what the person wants of marketing", run: setMarketing },
  device: { help: "/device           moves to another phone, with another identity hash", run: changeDevice },
  offline: {
    help: "/offline   /online            the phone loses and finds its network",
    run: (call) => setNetwork(call, true),
  },
  online: { help: "", run: (call) => setNetwork(call, false) },
  receipts: { help: "/receipts off   /receipts on  whether it tells that messages were read", run: setReceipts },
  block: { help: "/block   /unblock             the business is blocked", run: (call) => setBlock(call, true) },
  unblock: { help: "", run: (call) => setBlock(call, false) },
  skip: { help: "/skip <hours>                 moves the clock of the simulator", run: skip },
};

const help = [
  ...Object.values(commands).flatMap((command) => (command.help === "" ? [] : [`  ${command.help}`])),
  "  /quit             leaves",
].join("\n");

/** Runs a command by its line without the slash, such as `button 1`; an unknown one gives the help. `seen` is what the business has sent. */
export async function runCommand(chat: PhoneChat, line: string, seen: readonly Entry[]): Promise<string> {
  const [name = "", ...words] = line.trim().split(/\s+/);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) return help;
  const outbound = seen.filter(({ direction }) => direction === "out");
  const choices = outbound.map((entry) => choicesOf(entry)).findLast((all) => all.length > 0) ?? [];
  return command.run({ chat, words, choices, newestId: outbound.at(-1)?.id });
}

async function choose({ chat, words, choices }: CommandCall, kinds: readonly PhoneChoice["kind"][]): Promise<string> {
  const some = choices.filter(({ kind }) => kinds.includes(kind));
  if (some.length === 0) return `  The latest message has no ${kinds.includes("row") ? "rows" : "buttons"}.`;
  const choice = some[Number(words[0]) - 1];
  if (choice === undefined) return `  Say which, from 1 to ${some.length}.`;
  await chat.write(choice.content);
  return "";
}

async function sendLocation({ chat, words }: CommandCall): Promise<string> {
  const [latitude, longitude] = words.map(Number);
  if (latitude === undefined) await chat.write({ type: "location", ...places });
  else if (isDegrees(latitude, 90) && longitude !== undefined && isDegrees(longitude, 180)) {
    await chat.write({ type: "location", latitude, longitude });
  } else return "  Say a latitude and a longitude, such as /location 52.37 4.89";
  return "";
}

function isDegrees(value: number, most: number): boolean {
  return Math.abs(value) <= most;
}

async function sendFile(
  { chat, words }: CommandCall,
  kind: "image" | "video" | "audio" | "document" | "sticker",
): Promise<string> {
  const said = words.join(" ");
  const named = kind === "document" ? { fileName: said || "document.pdf" } : { caption: said };
  await chat.write({ type: "media", kind, ...(said === "" && kind !== "document" ? {} : named) });
  return "";
}

async function sendContact({ chat, words }: CommandCall): Promise<string> {
  const name = words.join(" ") || "Sam Example";
  const card = {
    name: { formatted_name: name, first_name: words[0] ?? "Sam" },
    phones: [{ phone: "+31 6 12345679", wa_id: "31612345679", type: "CELL" }],
  };
  await chat.write({ type: "contacts", contacts: [card] });
  return "";
}

async function react({ chat, words, newestId }: CommandCall): Promise<string> {
  if (newestId === undefined) return "  The business has not written yet.";
  await chat.write({ type: "reaction", messageId: newestId, emoji: words[0] ?? "" });
  return "";
}

async function writeFromAd({ chat, words }: CommandCall): Promise<string> {
  await chat.write({ type: "text", text: words.join(" ") || "Hello" }, { isReferred: true });
  return "";
}

async function setMarketing({ chat, words }: CommandCall): Promise<string> {
  const [value] = words;
  if (value !== "stop" && value !== "resume") return "  Say /marketing stop or /marketing resume";
  await chat.setMarketing(value);
  return `  Marketing messages are ${value === "stop" ? "stopped" : "welcome again"}.`;
}

async function changeDevice({ chat }: CommandCall): Promise<string> {
  const identityHash = randomBytes(8).toString("base64");
  await chat.setPhone({ identityHash });
  return `  The identity hash is ${identityHash} now.`;
}

async function setNetwork({ chat }: CommandCall, isOffline: boolean): Promise<string> {
  await chat.setPhone({ isOffline });
  return `  The phone is ${isOffline ? "offline" : "online"}.`;
}

async function setBlock({ chat }: CommandCall, isBlocked: boolean): Promise<string> {
  await chat.setPhone({ isBlocked });
  return `  The business is ${isBlocked ? "blocked" : "unblocked"}.`;
}

async function setReceipts({ chat, words }: CommandCall): Promise<string> {
  const isOff = words[0] === "off";
  await chat.setPhone({ hasReadReceipts: !isOff });
  return `  Read receipts are ${isOff ? "off" : "on"}.`;
}

async function skip({ chat, words }: CommandCall): Promise<string> {
  const hours = Number(words[0]);
  if (!(hours > 0 && hours <= 1_000)) return "  Say how many hours, such as /skip 25";
  await chat.advanceClock(hours * 60 * 60 * 1000);
  return `  The simulator's clock is ${hours} hours ahead.`;
}

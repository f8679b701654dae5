import { styleText } from "node:util";
import { choicesOf, type PhoneChoice } from "@parley/simulator";
import { z } from "zod";
import type { Entry } from "./chat.ts";

const ticks = { pending: "…", sent: "✓", delivered: "✓✓", read: "✓✓ read", failed: "✗ failed" } as const;

/** How entries stand on the screen: a message the first time it is seen, and afterwards how far it has come. */
export function createEntryPainter(): (entry: Entry) => string {
  const shown = new Set<string>();
  return (entry) => {
    const { id, direction, text, status } = entry;
    const tick = status === "read" ? styleText("blue", ticks.read) : styleText("dim", ticks[status]);
    if (shown.has(id)) return `         ${tick} ${styleText("dim", clip(text))}`;
    shown.add(id);
    const who = direction === "in" ? styleText("cyan", "     you") : styleText("green", "business");
    const lines = [...above(entry), ...text.split("\n"), ...below(entry)];
    return `${who}  ${lines.join("\n          ")}  ${tick}`;
  };
}

function clip(text: string): string {
  const line = text.replaceAll("\n", " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}

const fileSchema = z.object({ id: z.string().optional(), link: z.string().optional(), url: z.string().optional() });
const headerSchema = z.object({
  type: z.string(),
  text: z.string().optional(),
  image: fileSchema.optional(),
  video: fileSchema.optional(),
  document: fileSchema.optional(),
});
const interactiveSchema = z.object({
  interactive: z.object({
    type: z.string(),
    header: headerSchema.optional(),
    footer: z.object({ text: z.string() }).optional(),
    action: z.object({
      button: z.string().optional(),
      parameters: z.object({ display_text: z.string(), url: z.string() }).optional(),
    }),
  }),
});

/** What stands above the words: a header, or the file that the message is. */
function above({ message, template }: Entry): string[] {
  const header = interactiveSchema.safeParse(message).data?.interactive.header;
  const { type } = message;
  const file = typeof type === "string" ? fileOf(message, type) : undefined;
  const head = template?.header ?? header?.text ?? (header && fileOf(header, header.type));
  return [head, file].filter((line) => line !== undefined && line !== "").map((line) => styleText("bold", line ?? ""));
}

/** A file by its kind and where it is; undefined where the member is none. */
function fileOf(holder: Readonly<Record<string, unknown>>, kind: string): string | undefined {
  if (!/^(image|video|audio|document|sticker)$/.test(kind)) return undefined;
  const { link, url, id } = fileSchema.safeParse(holder[kind]).data ?? {};
  return `[${kind}] ${link ?? url ?? id ?? ""}`.trim();
}

/** What stands below the words: the small print, and what can be pressed and chosen. */
function below(entry: Entry): string[] {
  const { message, template } = entry;
  const interactive = interactiveSchema.safeParse(message).data?.interactive;
  const footer = template?.footer ?? interactive?.footer?.text ?? "";
  const { button, parameters } = interactive?.action ?? {};
  const links = (template?.buttons ?? []).flatMap((each) => (each.type === "quick-reply" ? [] : [linkLine(each)]));
  return [
    ...(footer === "" ? [] : [styleText("dim", footer)]),
    ...(button === undefined ? [] : [styleText("dim", `${button}:`)]),
    ...choiceLines(choicesOf(entry)),
    ...(parameters === undefined ? [] : [`→ ${parameters.display_text}: ${parameters.url}`]),
    ...links,
    ...(interactive?.type === "location_request_message" ? ["→ Send your location with /location"] : []),
  ];
}

function linkLine({ text, url, code }: NonNullable<Entry["template"]>["buttons"][number]): string {
  const value = url ?? code ?? "";
  return value === "" ? `→ ${text}` : `→ ${text}: ${value}`;
}

/** Choices with the numbers that commands name them by. */
function choiceLines(choices: readonly PhoneChoice[]): string[] {
  return choices.map(({ kind, title, description }, index) => {
    const command = kind === "row" ? "row" : "button";
    const more = description === "" ? "" : styleText("dim", ` - ${description}`);
    return `[${index + 1}] ${title}${more} ${styleText("dim", `/${command} ${index + 1}`)}`;
  });
}

/** What a Message Us button looks like (WhatsApp page, Message Us Plugin). */
export const messageUsColors = ["teal", "green", "white"] as const;
export const messageUsSizes = ["standard", "compact"] as const;

/** How a Message Us button is to be. */
export type MessageUs = {
  readonly label: string;
  /** Where it leads. */
  readonly link: string;
  readonly color: (typeof messageUsColors)[number];
  readonly size: (typeof messageUsSizes)[number];
  /** Pixels or percent, such as `5px`. */
  readonly radius: string;
};

/** Background, text and line of each colour; the text has a contrast of at least 4.5 on it. */
const palettes: Readonly<Record<MessageUs["color"], { background: string; color: string; line: string }>> = {
  teal: { background: "#075e54", color: "#ffffff", line: "#075e54" },
  green: { background: "#25d366", color: "#06281b", line: "#25d366" },
  white: { background: "#ffffff", color: "#075e54", line: "#075e54" },
};

const measures: Readonly<Record<MessageUs["size"], { padding: string; font: string; gap: string; icon: number }>> = {
  standard: { padding: "12px 20px", font: "16px", gap: "10px", icon: 22 },
  compact: { padding: "7px 12px", font: "14px", gap: "8px", icon: 16 },
};

/** A radius as it stands in a style; undefined where it is none. At most 999 pixels or 50 percent, beyond which nothing changes. */
export function readRadius(text: string): string | undefined {
  const [, number, unit = "px"] = /^\s*(\d{1,3})\s*(px|%)?\s*$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  const most = unit === "%" ? 50 : 999;
  return `${Math.min(Number(number), most)}${unit}`;
}

/** The styles of the button, by the names that scripts give them: the preview and the snippet are made of the same. */
export function messageUsStyles({ color, size, radius }: Omit<MessageUs, "label" | "link">) {
  const { background, color: text, line } = palettes[color];
  const { padding, font, gap } = measures[size];
  return {
    display: "inline-flex",
    alignItems: "center",
    gap,
    padding,
    border: `1px solid ${line}`,
    borderRadius: readRadius(radius) ?? "0",
    background,
    color: text,
    fontFamily: "system-ui, sans-serif",
    fontSize: font,
    fontWeight: "600",
    lineHeight: "1.2",
    textDecoration: "none",
  } as const;
}

/** The drawing on the button: a speech bubble with lines, as a path within 24 by 24. */
export const messageUsIcon =
  "M4 4h16a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H9l-5 4v-4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM7 9h10M7 13h7";

/** How large the drawing is, in pixels. */
export function messageUsIconSize(size: MessageUs["size"]): number {
  return measures[size].icon;
}

/** The button as HTML for any page: a link with its styles, no script and no file of others. */
export function messageUsSnippet(button: MessageUs): string {
  const styles = Object.entries(messageUsStyles(button));
  const style = styles.map(([name, value]) => `${kebab(name)}: ${value}`).join("; ");
  const size = messageUsIconSize(button.size);
  return [
    `<a href="${escape(button.link)}" target="_blank" rel="noopener" style="${escape(style)}">`,
    `  <svg width="${size}" height="${size}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" stroke-linecap="round" aria-hidden="true"><path d="${messageUsIcon}"/></svg>`,
    `  ${escape(button.label.trim())}`,
    "</a>",
  ].join("\n");
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

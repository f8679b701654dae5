import { describe, expect, it } from "vitest";
import {
  type MessageUs,
  messageUsColors,
  messageUsSizes,
  messageUsSnippet,
  messageUsStyles,
  readRadius,
} from "./message-us.ts";

const button: MessageUs = {
  label: "Message us",
  link: "https://wa.me/31612345678?text=Hi%20there",
  color: "green",
  size: "standard",
  radius: "5px",
};

describe("It is true that a Message Us snippet", () => {
  it("is one link with its styles, and loads nothing", () => {
    const snippet = messageUsSnippet(button);
    expect(snippet).toMatch(/^<a href="https:\/\/wa\.me\/31612345678\?text=Hi%20there" target="_blank" rel="noopener"/);
    expect(snippet).toContain("border-radius: 5px");
    expect(snippet).toContain("font-family: system-ui, sans-serif");
    expect(snippet).toMatch(/\n {2}Message us\n<\/a>$/);
    expect(snippet).not.toMatch(/<script|src=|url\(|@import/);
  });

  it("shows a label with signs of HTML as it is written, and lets nothing out of its attributes", () => {
    const snippet = messageUsSnippet({
      ...button,
      label: `"Tom" <b>& Co</b>`,
      link: `https://wa.me/1?text="><script>`,
    });
    expect(snippet).toContain("&quot;Tom&quot; &lt;b&gt;&amp; Co&lt;/b&gt;");
    expect(snippet).toContain(`href="https://wa.me/1?text=&quot;&gt;&lt;script&gt;"`);
    expect(snippet.match(/<\w+/g)).toEqual(["<a", "<svg", "<path"]);
  });

  it("has text that can be read in every colour", () => {
    for (const color of messageUsColors) {
      for (const size of messageUsSizes) {
        const { background, color: text } = messageUsStyles({ color, size, radius: "0" });
        expect(contrast(background, text)).toBeGreaterThanOrEqual(4.5);
      }
    }
  });
});

describe("It is true that a radius", () => {
  it.each([
    ["5px", "5px"],
    [" 12 ", "12px"],
    ["50%", "50%"],
    ["80%", "50%"],
    ["0", "0px"],
  ])("written %s is %s", (text, radius) => {
    expect(readRadius(text)).toBe(radius);
  });

  it.each(["", "5em", "-3px", "5px; color: red", "1000px", "a"])("is none where %s is written", (text) => {
    expect(readRadius(text)).toBeUndefined();
  });
});

/** WCAG 2.2, contrast ratio. */
function contrast(left: string, right: string): number {
  const [light = 0, dark = 0] = [luminance(left), luminance(right)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\da-f]{2}/g) ?? []).map((part) => {
    const share = Number.parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

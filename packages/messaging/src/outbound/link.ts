import { messagingLimits } from "../limits.ts";
import { textFrom1To } from "./sized-text.ts";

/**
 * A link that people or WhatsApp's servers open: http or https, without user name and password. White space is refused: programs that read links drop
 * it or not, each in its own way.
 */
export const linkSchema = textFrom1To(
  messagingLimits.urlLength,
  "is empty; give a link such as https://example.com/a.jpg",
).refine(
  (text) => {
    // That it is empty has been said.
    if (text === "") return true;
    const url = URL.parse(text);
    return (
      url !== null &&
      !/[\s\p{Cc}]/u.test(text) &&
      /^https?:$/.test(url.protocol) &&
      url.username === "" &&
      url.password === ""
    );
  },
  {
    error: (issue) =>
      `is ${JSON.stringify(String(issue.input).slice(0, 60))}; it must be a link such as https://example.com/a.jpg`,
    abort: true,
  },
);

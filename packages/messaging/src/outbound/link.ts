import { z } from "zod";
import { messagingLimits } from "../limits.ts";
import { textFrom1To } from "./sized-text.ts";

/** A link that people or WhatsApp's servers open: http or https, without user name and password. */
export const linkSchema = textFrom1To(
  messagingLimits.urlLength,
  "is empty; give a link such as https://example.com/a.jpg",
).refine(
  (text) => {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.password === "";
  },
  {
    error: (issue) =>
      `is ${JSON.stringify(String(issue.input).slice(0, 60))}; it must be a link such as https://example.com/a.jpg`,
    abort: true,
  },
);

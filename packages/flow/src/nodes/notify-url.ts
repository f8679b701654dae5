import { literalOf, parseTemplate } from "../expression.ts";
import type { ConfigProblem } from "./definition.ts";

const invalid = "is no valid URL; the field takes only a valid URL, such as https://example.com/reports, or a variable";

/** What is wrong with a notify URL, as a predicate; spaces at its end do not matter, one at its front does (WhatsApp node page, Notify URL). */
export function notifyUrlProblem(text: string): string | undefined {
  const written = text.trimEnd();
  const url = URL.parse(written);
  if (url === null || /\s/.test(written) || !/^https?:$/.test(url.protocol)) return invalid;
  return url.username === "" && url.password === "" ? undefined : invalid;
}

/** What is wrong with a notify URL as drawn; one with expressions can only be looked at when they have values. */
export function notifyUrlProblems(field: string, source: string): ConfigProblem[] {
  const literal = literalOf(parseTemplate(source));
  const message = literal === undefined || literal.trim() === "" ? undefined : notifyUrlProblem(literal);
  return message === undefined ? [] : [{ severity: "error", code: "bad-url", field, message }];
}

import type { AreaTexts } from "../texts/current-area-texts.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long something lasts, in milliseconds, to the minute, or from two days on to the hour. */
export function spanInWords(ms: number, { contacts: { span: t } }: AreaTexts): string {
  if (ms < minuteMs) return t.moment;
  if (ms < hourMs) return t.minutes(Math.floor(ms / minuteMs));
  if (ms < 2 * dayMs) return t.hours(Math.floor(ms / hourMs), Math.floor((ms % hourMs) / minuteMs));
  return t.days(Math.floor(ms / dayMs), Math.floor((ms % dayMs) / hourMs));
}

/** A message with what only the first of its day has: the day itself, in words. */
export type Dated<Message> = { readonly message: Message; readonly day: string | undefined };

/** Puts the day before the first message of each. Times in milliseconds; the zone is the device's unless given. */
export function withDays<Message extends { readonly at: number }>(
  messages: readonly Message[],
  {
    now,
    locale,
    today,
    timeZone,
  }: {
    readonly now: number;
    readonly locale: string;
    /** What the day of `now` is called. */
    readonly today: string;
    readonly timeZone?: string;
  },
): readonly Dated<Message>[] {
  const zone = timeZone === undefined ? {} : { timeZone };
  const format = new Intl.DateTimeFormat(locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    year: "numeric",
    ...zone,
  });
  const present = format.format(now);
  let last: string | undefined;
  return messages.map((message) => {
    const day = format.format(message.at);
    const isNew = day !== last;
    last = day;
    if (!isNew) return { message, day: undefined };
    return { message, day: day === present ? today : day };
  });
}

/** The time of day, to the minute. */
export function timeOfDay(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" }).format(at);
}

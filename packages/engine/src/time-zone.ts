/** The name of a time zone as the time zone database has it; undefined when it has none such. */
export function timeZoneOf(name: string): string | undefined {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name.trim()).timeZoneId;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * A moment as people write it, in a time zone: `2026-12-24T18:00`, `2026-12-24 18:00:00`, or `24-12-2026 18:00:00` (Delay node page). One with an offset or
 * `Z` is that moment whatever the zone. Of an hour that comes twice the first counts, and one that is skipped is the hour after. Undefined for what is none.
 */
export function momentOf(text: string, timeZone: string): number | undefined {
  const iso = text
    .trim()
    .replace(/^(\d{2})-(\d{2})-(\d{4})/, "$3-$2-$1")
    .replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T");
  try {
    if (/(Z|[+-]\d{2}:?\d{2})$/.test(iso.slice(10))) return Temporal.Instant.from(iso).epochMilliseconds;
    return Temporal.PlainDateTime.from(iso).toZonedDateTime(timeZone).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

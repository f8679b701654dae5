// oxlint-disable no-restricted-globals -- Both read a given moment and never the clock: the same input, the same output.

const isoTime = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A time as ISO 8601 writes it in UTC, such as `2026-12-24T18:00:00.000Z`. Takes milliseconds since 1970-01-01T00:00:00Z. */
export function formatIsoTime(atMs: number): string {
  // oxlint-disable-next-line no-restricted-globals -- Formatting a given time asks nothing of the world.
  return new Date(atMs).toISOString();
}

/** The milliseconds of an ISO 8601 time that says its zone; undefined when the text is none, or names a day that no calendar has. */
export function parseIsoTime(text: string): number | undefined {
  const day = isoTime.exec(text)?.[1];
  if (day === undefined || !isCalendarDay(day)) return undefined;
  const atMs = Date.parse(text);
  return Number.isNaN(atMs) ? undefined : atMs;
}

/** JavaScript takes 30 February for 2 March, which nobody meant. */
function isCalendarDay(day: string): boolean {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight) && formatIsoTime(midnight).startsWith(day);
}

/** A moment as a field for date and time has it, in the device's own zone: `2026-11-27T12:05`. */
export function toLocalTime(at: number): string {
  const minutesEast = -new Date(at).getTimezoneOffset();
  return new Date(at + minutesEast * 60_000).toISOString().slice(0, 16);
}

/** The moment that such a field names; undefined where it names none. */
export function fromLocalTime(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/.test(text)) return undefined;
  const at = new Date(text).getTime();
  return Number.isNaN(at) ? undefined : at;
}

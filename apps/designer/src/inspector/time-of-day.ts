/** A time of the day as people type it, such as `9`, `930` or `9.30`, in the way the flow takes it: `09:30`. What is none stays as it is. */
export function timeOfDay(text: string): string {
  const match = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(text.trim());
  if (match === null) return text;
  const [, hours = "", minutes = "00"] = match;
  return `${hours.padStart(2, "0")}:${minutes}`;
}

/** The phone number of the person of that number, from 0: eleven digits. */
export function waIdOf(index: number): string {
  return `316${String(10_000_000 + index)}`;
}

/** What this browser remembers under a name; nothing where it keeps nothing. */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(`parley.${name}`) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a text in this browser, if it keeps anything. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`parley.${name}`, value);
  } catch {
    // A browser that keeps nothing begins anew each time, and no more.
  }
}

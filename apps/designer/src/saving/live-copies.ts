/** Longer than a page that is being loaded anew needs to be gone; who opens a flow waits this long, and only while a copy is there. */
const goneMs = 500;

/** Says to other tabs that a copy belongs to a page that is open, until what it returns is called or the page goes. */
export function claimCopy(id: string): () => void {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  // Absent where a page is served without TLS from another machine: then copies of open pages are offered too, and nothing else.
  const locks: LockManager | undefined = navigator.locks;
  void locks?.request(lockName(id), () => held);
  return release;
}

/** Whether a copy belongs to a page that is open. */
export async function isClaimed(id: string): Promise<boolean> {
  const locks: LockManager | undefined = navigator.locks;
  if (locks === undefined) return false;
  try {
    await locks.request(lockName(id), { signal: AbortSignal.timeout(goneMs) }, () => undefined);
    return false;
  } catch {
    return true;
  }
}

function lockName(id: string): string {
  return `parley.copy.${id}`;
}

import { useSyncExternalStore } from "react";

const tickMs = 60_000;
let now = Date.now();

/** What time it is, to the minute: whoever shows it is drawn anew when it is another. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now);
}

function subscribe(onChange: () => void): () => void {
  const tick = (): void => {
    now = Date.now();
    onChange();
  };
  tick();
  const timer = setInterval(tick, tickMs);
  return () => clearInterval(timer);
}

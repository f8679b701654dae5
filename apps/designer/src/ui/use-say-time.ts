import { useSyncExternalStore } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { sayTime } from "./times.ts";

const tickMs = 60_000;
let now = Date.now();

/** Says times of this and other days as one does at this time; what it said is said anew when the day has changed. */
export function useSayTime(): (at: number) => string {
  const { locale } = useTexts().shell;
  const time = useSyncExternalStore(subscribe, () => now);
  return (at) => sayTime(at, time, locale);
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

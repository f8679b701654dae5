import { useTexts } from "../texts/use-texts.ts";
import { sayTime } from "./times.ts";
import { useNow } from "./use-now.ts";

/** Says times of this and other days as one does at this time; what it said is said anew when the day has changed. */
export function useSayTime(): (at: number) => string {
  const { locale } = useTexts().shell;
  const now = useNow();
  return (at) => sayTime(at, now, locale);
}

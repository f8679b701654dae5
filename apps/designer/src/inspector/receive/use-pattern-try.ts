import { useEffect, useState } from "react";
import type { tryPattern, Verdict } from "./try-pattern.ts";

/** Tries a pattern on what a person types. The matcher is loaded when it is first needed. */
export function usePatternTry(pattern: string): {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly verdict: Verdict | undefined;
} {
  const [text, setText] = useState("");
  const [matcher, setMatcher] = useState<{ readonly tryPattern: typeof tryPattern } | undefined>(undefined);
  const isNeeded = text !== "" && matcher === undefined;
  useEffect(() => {
    if (!isNeeded) return;
    let isOver = false;
    void import("./try-pattern.ts").then(
      (loaded) => (isOver ? undefined : setMatcher(loaded)),
      () => undefined,
    );
    return () => void (isOver = true);
  }, [isNeeded]);
  return { text, setText, verdict: text === "" ? undefined : matcher?.tryPattern(pattern, text) };
}

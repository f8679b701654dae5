import { useEffect, useState } from "react";
import { useSettled } from "../../ui/use-settled.ts";

/** What is wrong with the syntax of a script; lines and columns count from 1. */
export type ScriptProblem = { readonly line: number; readonly column: number; readonly message: string };

/** How long one has stopped typing before the script is looked at. */
const settleMs = 500;

/** What is wrong with the syntax of a script, by the very engine that runs it; undefined when nothing is, or while that is not known. */
export function useScriptProblem(script: string): ScriptProblem | undefined {
  const settled = useSettled(script, settleMs);
  const [known, setKnown] = useState<{ readonly script: string; readonly problem: ScriptProblem | undefined }>();
  useEffect(() => {
    if (settled.trim() === "") return;
    let isWanted = true;
    check(settled).then(
      (problem) => (isWanted ? setKnown({ script: settled, problem }) : undefined),
      // Where no worker starts, the script is judged when it runs.
      () => undefined,
    );
    return () => void (isWanted = false);
  }, [settled]);
  return known?.script === script ? known.problem : undefined;
}

async function check(script: string): Promise<ScriptProblem | undefined> {
  const { checkScript } = await import("@parley/performer/browser");
  return checkScript(script);
}

import { compileConditions, type NodeOf, noneOfTheAbove } from "@parley/flow";
import { scopeOf } from "../scope.ts";
import type { MakeBehaviour } from "./behaviour.ts";

/** Branch: decides at once for the first branch whose conditions hold. */
export const branch: MakeBehaviour<NodeOf<"branch">> = ({ config }) => {
  const branches = config.branches.map(({ name, rows }) => ({ name, evaluate: compileConditions(rows) }));
  return {
    enter: (step) => {
      const scope = scopeOf(step.context);
      const taken = branches.find(({ evaluate }) => {
        const { holds, warnings } = evaluate(scope);
        for (const warning of warnings) step.warn(warning);
        return holds;
      });
      step.putOut({ branch: { output: taken === undefined ? "False" : "True" } });
      step.decide(taken?.name ?? noneOfTheAbove);
    },
    shape: () => ({}),
  };
};

import { type EvaluateValues, type NodeOf, parseTemplate, pathsOf, textOf } from "@parley/flow";
import type { Json, JsonObject } from "@parley/messaging";
import type { Step } from "../step.ts";
import type { MakeBehaviour } from "./behaviour.ts";
import { answerOf, awaitAnswer, failAs } from "./perform.ts";

const megabyte = 1024 * 1024;

/** Evaluate: a script decides (Evaluate node page). It is given the flow's variables and what its `$(…)` read, and what it assigns comes back. */
export const evaluate: MakeBehaviour<NodeOf<"evaluate">> = ({ id, config }) => {
  const { script, branches, timeMs, memoryMegabytes } = config;
  const paths = pathsOf(parseTemplate(script));
  return {
    enter: (step) =>
      step.perform({
        type: "evaluate",
        script,
        variables: step.context.variables,
        outputs: outputsRead(paths, step),
        timeMs,
        memoryBytes: memoryMegabytes * megabyte,
      }),
    shape: () => awaitAnswer(id),
    reactions: {
      answer: (step) => {
        const answer = answerOf(step);
        if (answer.type !== "done") {
          failAs(step, answer);
          return;
        }
        const { result, variables } = answer.values as EvaluateValues;
        assign(variables, step);
        step.putOut({ evaluate: { result } });
        if (branches.length === 0) step.decide("onSuccess");
        else step.decide(branches.find((name) => name === textOf(result)) ?? "onInvalidChoice");
      },
    },
  };
};

/** What the script's expressions read, as the objects that it reads them from. Variables come by their names. */
function outputsRead(paths: ReturnType<typeof pathsOf>, step: Step): JsonObject {
  const tree: Tree = {};
  for (const path of paths) {
    const value = Object.hasOwn(step.context.variables, path[0] ?? "") ? undefined : step.read(path);
    if (value !== undefined) plant(tree, path, value);
  }
  return tree as JsonObject;
}

type Tree = { [name: string]: Json | Tree };

function plant(tree: Tree, path: readonly string[], value: Json): void {
  const [first = "", ...rest] = path;
  if (rest.length === 0) {
    tree[first] = value;
    return;
  }
  const below = Object.hasOwn(tree, first) ? tree[first] : undefined;
  const branch = (typeof below === "object" && below !== null && !Array.isArray(below) ? below : {}) as Tree;
  tree[first] = branch;
  plant(branch, rest, value);
}

/** Only variables of the flow are set: a name that the script made up is its own. */
function assign(assigned: JsonObject, step: Step): void {
  const { nodeId } = step;
  for (const [name, value] of Object.entries(assigned)) {
    if (!Object.hasOwn(step.context.variables, name)) continue;
    step.update({ variables: { ...step.context.variables, [name]: value } });
    step.note({ type: "variable-set", nodeId, name, value });
  }
}

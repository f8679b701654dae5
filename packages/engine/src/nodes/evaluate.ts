import {
  type EvaluateValues,
  isNodeName,
  type NodeOf,
  parseTemplate,
  pathsOf,
  textOf,
  type VariablePath,
} from "@parley/flow";
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

/**
 * The outputs that the script's expressions read, whole and in the places where it reads them, so that a list has its length. Variables of the flow come by
 * their names. One that is missing is empty, with a warning, as it is to any expression.
 */
function outputsRead(paths: readonly VariablePath[], step: Step): JsonObject {
  let outputs: JsonObject = {};
  for (const path of paths) {
    const [root = ""] = path;
    if (Object.hasOwn(step.context.variables, root)) continue;
    const place = path.slice(0, isNodeName(root) ? 3 : 2);
    const value = step.read(place);
    if (value === undefined) step.warn(`$(${path.join(".")}) has no value and was taken as empty.`);
    outputs = planted(outputs, place, value ?? "");
  }
  return outputs;
}

function planted(tree: JsonObject, [first = "", ...rest]: VariablePath, value: Json): JsonObject {
  const below = Object.hasOwn(tree, first) ? tree[first] : undefined;
  const branch = typeof below === "object" && below !== null && !Array.isArray(below) ? (below as JsonObject) : {};
  return { ...tree, [first]: rest.length === 0 ? value : planted(branch, rest, value) };
}

/** Only variables of the flow are set: a name that the script made up is its own. */
function assign(assigned: JsonObject, step: Step): void {
  const { nodeId } = step;
  const { variables } = step.context;
  const known = Object.entries(assigned).filter(([name]) => Object.hasOwn(variables, name));
  if (known.length === 0) return;
  step.update({ variables: { ...variables, ...Object.fromEntries(known) } });
  for (const [name, value] of known) step.note({ type: "variable-set", nodeId, name, value });
}

import diff from "microdiff";
import { outcomeWords, type States, targetWords, valueWords } from "./change-words.ts";

/** What is different in the flow as a whole, in sentences. */
export function flowChanges(states: States): readonly string[] {
  const { before, after, texts } = states;
  const { changes } = texts;
  const [from, to] = [before.settings.maxNodeExecutions, after.settings.maxNodeExecutions];
  const [nameBefore = "", nameAfter = ""] = [before, after].map(({ name }) => valueWords(texts, name));
  return [
    ...(before.name === after.name ? [] : [changes.flowRenamed(nameBefore, nameAfter)]),
    ...(before.description === after.description ? [] : [changes.flowDescribed]),
    ...(from === to ? [] : [changes.limitChanged(from, to)]),
    ...variableChanges(states),
    ...defaultChanges(states),
  ];
}

function variableChanges({ before, after, texts: { changes } }: States): readonly string[] {
  const known = new Map(before.variables.map((variable) => [variable.name, variable]));
  const names = new Set(after.variables.map(({ name }) => name));
  return [
    ...after.variables.flatMap((variable) => {
      const old = known.get(variable.name);
      if (old === undefined) return changes.variableAdded(variable.name);
      return diff(old, variable).length === 0 ? [] : changes.variableChanged(variable.name);
    }),
    ...[...known.keys()].filter((name) => !names.has(name)).map((name) => changes.variableRemoved(name)),
  ];
}

function defaultChanges(states: States): readonly string[] {
  const { before, after, texts } = states;
  const [from, to] = [before, after].map(
    ({ settings }) => new Map(Object.entries(settings.outcomeDefaults).map(([name, { target }]) => [name, target])),
  );
  if (from === undefined || to === undefined) return [];
  return [
    ...[...to]
      .filter(([outcome, target]) => from.get(outcome) !== target)
      .map(([outcome, target]) => texts.changes.defaultSet(outcomeWords(texts, outcome), targetWords(states, target))),
    ...[...from.keys()]
      .filter((outcome) => !to.has(outcome))
      .map((outcome) => texts.changes.defaultRemoved(outcomeWords(texts, outcome))),
  ];
}

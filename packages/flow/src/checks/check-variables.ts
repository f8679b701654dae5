import { malformedExpressions, parseTemplate, pathsOf, type VariablePath } from "../expression.ts";
import { isNodeName, type TemplateField } from "../fields.ts";
import type { FlowIssue } from "../issue.ts";
import { type FlowNode, templatesOf } from "../nodes/index.ts";
import { outputGroupOf } from "../variable.ts";
import type { IndexedFlow } from "./indexed-flow.ts";

/** Expressions are well formed and read what the flow has; Set Variable sets a variable of the flow. */
export function checkVariables(indexed: IndexedFlow, node: FlowNode): FlowIssue[] {
  const fields = templatesOf(node).filter(({ source }) => source.includes("$("));
  return [
    ...fields.flatMap((field) => malformedIssues(node, field)),
    ...fields.flatMap((field) => unknownIssues(indexed, node, field)),
    ...assignmentIssues(indexed, node),
  ];
}

function malformedIssues(node: FlowNode, { field, source }: TemplateField): FlowIssue[] {
  return distinct(malformedExpressions(source)).map((text) => {
    const advice = "write $(name) or $(n3.receive.message), or $$( for the characters themselves";
    const message = `${field} holds ${text}, which is not an expression and would be used as it stands; ${advice}.`;
    return { severity: "warning", code: "malformed-expression", nodeId: node.id, field, message };
  });
}

function unknownIssues(indexed: IndexedFlow, node: FlowNode, { field, source }: TemplateField): FlowIssue[] {
  const names = distinct(pathsOf(parseTemplate(source)).map((path) => path.join(".")));
  return names.flatMap((name): FlowIssue[] => {
    const problem = pathProblem(indexed, name.split("."));
    if (problem === undefined) return [];
    const message = `${field} reads $(${name}): ${problem}`;
    return [{ severity: "error", code: "unknown-variable", nodeId: node.id, field, message }];
  });
}

function pathProblem({ outputs, allOutputs, variables }: IndexedFlow, path: VariablePath): string | undefined {
  const [first = "", ...rest] = path;
  if (isNodeName(first)) {
    const given = outputs.get(first);
    if (given === undefined) return `${first} is not a node of the flow.`;
    return isGiven(given, inGroup(rest)) ? undefined : `${first} has no output of that name.`;
  }
  if (outputGroupOf(first) !== undefined) {
    return isGiven(allOutputs, inGroup(path)) ? undefined : "no node of the flow has an output of that name.";
  }
  if (variables.has(first)) return undefined;
  return `${first} is not a variable of the flow; add it to the variables or correct the name.`;
}

/** The path with its group by the group's own name. */
function inGroup([group = "", ...rest]: VariablePath): VariablePath {
  return [outputGroupOf(group) ?? group, ...rest];
}

/** An output of that very name, or one ending in `.*` at or above it. A whole group is none: conversations remember what is read by its name. */
function isGiven(outputs: ReadonlySet<string>, path: VariablePath): boolean {
  if (path.length < 2) return false;
  return outputs.has(path.join(".")) || path.some((_, index) => outputs.has(`${path.slice(0, index + 1).join(".")}.*`));
}

function assignmentIssues({ variables }: IndexedFlow, node: FlowNode): FlowIssue[] {
  return (["onEnter", "onLeave"] as const).flatMap((time) =>
    node[time].flatMap((action, index): FlowIssue[] => {
      if (action.type !== "set-variable" || variables.has(action.name)) return [];
      const field = `${time}[${index}].name`;
      const message = `${field} sets ${action.name}, which is not a variable of the flow; add it to the variables.`;
      return [{ severity: "error", code: "unknown-variable", nodeId: node.id, field, message }];
    }),
  );
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

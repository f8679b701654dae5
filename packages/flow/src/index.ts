export { checkFlow } from "./check-flow.ts";
export { type CompiledConditions, compileConditions } from "./conditions/compile-conditions.ts";
export type { Condition } from "./conditions/condition.ts";
export { foldCase } from "./conditions/fold-case.ts";
export { compilePattern, type Pattern } from "./conditions/pattern.ts";
export { parseDataPath, writeDataPath } from "./data-path.ts";
export {
  literalOf,
  parseTemplate,
  pathsOf,
  readNested,
  renameRoots,
  resolveText,
  resolveValue,
  type Resolved,
  type Scope,
  type Template,
  textOf,
  type VariablePath,
  type WriteValue,
} from "./expression.ts";
export { isNodeName, type Seconds } from "./fields.ts";
export {
  type Edge,
  type Flow,
  type FlowDraft,
  flowDraftSchema,
  flowFormat,
  flowIdSchema,
  flowSchema,
  type ParsedFlow,
  type ParsedNode,
  parseFlow,
  parseNode,
} from "./flow.ts";
export type { FlowFacts } from "./flow-facts.ts";
export type { FlowIssue } from "./issue.ts";
export { areQuoted, writeInJson } from "./json-template.ts";
export { flowLimits } from "./limits.ts";
export {
  type MessageConfig,
  messageTypes,
  newMessageConfigOf,
  resolveMessage,
} from "./messages/index.ts";
export { messageProblems } from "./messages/message-problems.ts";
export type { TemplateMessageConfig } from "./messages/template.ts";
export { noneOfTheAbove } from "./nodes/branch.ts";
export {
  type FlowNode,
  isNodeType,
  type NodeOf,
  type NodeType,
  nodeDefinitions,
  outcomesOf,
  outputsOf,
  pathsRead,
  referencesOf,
  templatesOf,
} from "./nodes/index.ts";
export { eventNameSchema } from "./nodes/event-name.ts";
export { notifyUrlProblem } from "./nodes/notify-url.ts";
export { mediaFilters, outcomeOfEntry, type ReceiveEntry } from "./nodes/receive.ts";
export type { RecipientType } from "./nodes/recipient-type.ts";
export { channelEventOfStart, startEvents, type Trigger, webhookPathOf } from "./nodes/start.ts";
export { type Awaited, awaitedOutcome } from "./nodes/wait.ts";
export { weekdays } from "./nodes/business-hours.ts";
export { pathOf } from "./nodes/data-field.ts";
export type { Outcome, OutcomeColour } from "./outcome.ts";
export type {
  DataField,
  DataFormat,
  EvaluateTask,
  EvaluateValues,
  GenerateOtpTask,
  HttpRequestTask,
  HttpValues,
  ParseDataTask,
  ProfileTask,
  Task,
  TaskAnswer,
  ValidateOtpTask,
} from "./task.ts";
export type { TransitionAction } from "./transition-action.ts";
export { isShallow, jsonSchema, outputGroupOf, outputGroups, variableNameProblem } from "./variable.ts";
export {
  conditionFields,
  type DescribedField,
  type MessageReference,
  messageReferences,
  type NodeReference,
  nodeReferences,
} from "./reference/flow-reference.ts";
export { type SourceConflict, sourceConflicts } from "./reference/source-conflicts.ts";
export { type Wiring, wiringOf } from "./wiring.ts";

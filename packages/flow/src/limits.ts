/** Limits of a flow, each with its reason. */
export const flowLimits = {
  /** The largest flow JSON in bytes (Flows introduction, size limit). */
  bytes: 10 * 1024 * 1024,
  /** Above this the editor and the check stop being quick; Webex Connect advises at most 200. */
  nodes: 5_000,
  /** Above this a flow is hard to read: a warning. */
  nodesBeforeWarning: 500,
  /** Every outcome of every node wired, with room. */
  edges: 50_000,
  variables: 1_000,
  /** Parameters of a template message: as many as a template may have. */
  templateParameters: 100,
  /** Levels of nesting in a variable's default; reading recurses into them. */
  jsonDepth: 100,
  notes: 1_000,
  nameLength: 100,
  descriptionLength: 2_000,
  /** One template field. The message types set tighter ones of their own after substitution. */
  templateLength: 65_536,
  /** The text that substitution may make of one field, so that a loop cannot double a variable for ever. */
  resolvedLength: 262_144,
  actionsPerNode: 50,
  branches: 50,
  conditionRows: 50,
  listValues: 200,
  /** A pattern compiles in time and memory that grow with it. */
  patternLength: 1_000,
  /** States of a compiled pattern. Matching takes states times characters: this many on the longest message take a fraction of a second. */
  patternStates: 2_000,
  pathSegments: 20,
  /** A wait of a year: longer ones are mistakes. */
  waitSeconds: 365 * 24 * 60 * 60,
  /** Node executions in one conversation (Transaction logs and debugging, "Node execution limit reached"). */
  nodeExecutions: 1_000,
} as const;

/** What a check found. An error keeps a flow from going live; a warning does not. */
export type FlowIssue = {
  readonly severity: "error" | "warning";
  /** A closed set of names for what is wrong, for tests and translations. */
  readonly code: string;
  /** The node it is about; absent for the flow as a whole. */
  readonly nodeId?: string | undefined;
  /** The field within the node's config or the flow, as `message.body` or `branches[0].rows[1].value`. */
  readonly field?: string | undefined;
  /** What is wrong and what would be right, in a sentence. */
  readonly message: string;
};

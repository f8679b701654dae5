/** Green goes on, amber is time-bound, red is failure (Node transitions, edge colours). */
export type OutcomeColour = "green" | "amber" | "red";

/** A named way out of a node. */
export type Outcome = {
  readonly name: string;
  readonly colour: OutcomeColour;
  /** Whether Make Live demands an edge or a default for it. */
  readonly isRequired: boolean;
  /** The outcome of the same node whose edge is taken when this one has none. */
  readonly fallback?: string;
};

/** Every node but start and end has it. */
export const onError: Outcome = { name: "onError", colour: "red", isRequired: false };

/** A green outcome, which must lead somewhere. */
export function green(name: string): Outcome {
  return { name, colour: "green", isRequired: true };
}

/** The amber outcome of a wait. */
export const onTimeout: Outcome = { name: "onTimeout", colour: "amber", isRequired: true };

/** Why an event was not taken. Nothing of it has happened; it may be delivered again. */
export class HostError extends Error {
  override readonly name = "HostError";
  readonly code: keyof typeof sentences;
  /** `cause` is what kept the event from being stored. */
  constructor(code: keyof typeof sentences, cause?: unknown) {
    super(`${sentences[code]} ${cause instanceof Error ? cause.message : ""}`.trim(), { cause });
    this.code = code;
  }
}

const sentences = {
  overloaded: "More events are waiting than can be taken; deliver again in a moment.",
  stopping: "The host is stopping; deliver again in a moment.",
  "not-stored": "The event could not be stored.",
} as const;

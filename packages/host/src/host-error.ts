/** Why an event was not taken. Nothing of it has happened; it may be delivered again. */
export class HostError extends Error {
  override readonly name = "HostError";
  readonly code: keyof typeof sentences;
  constructor(code: keyof typeof sentences, detail = "") {
    super(`${sentences[code]} ${detail}`.trim());
    this.code = code;
  }
}

const sentences = {
  overloaded: "More events are waiting than can be taken; deliver again in a moment.",
  stopping: "The host is stopping; deliver again in a moment.",
  "not-stored": "The event could not be stored.",
} as const;

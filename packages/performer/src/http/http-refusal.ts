import { performerLimits } from "../limits.ts";

/** An answer that is not taken; its message is a sentence, and asking again would give the same. */
export class HttpRefusal extends Error {
  override readonly name = "HttpRefusal";
}

export const tooLongAnswer = `The answer is longer than ${performerLimits.responseBytes / (1024 * 1024)} MB and was not taken.`;

export const tooManyRedirects = `The URL leads on more than ${performerLimits.requestRedirects} times.`;

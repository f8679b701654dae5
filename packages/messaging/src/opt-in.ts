import { z } from "zod";

/** A contact's word on being messaged proactively by an app, with its evidence (WhatsApp node page, Get Opt-In). */
export const optInSchema = z.strictObject({
  status: z.enum(["opted-in", "opted-out"]),
  /** When the contact gave it, in milliseconds. */
  at: z.int().min(0),
  /** By what way: a word of the contact, or someone who recorded it. */
  source: z.enum(["message", "api", "designer", "provider"]),
  /** What shows it, such as a form's address, a call's number or the message itself. */
  evidence: z.string().max(2000, "is too long; at most 2,000 characters are kept"),
});

/** A contact's word on being messaged proactively by an app. */
export type OptIn = z.infer<typeof optInSchema>;

/** The later of two records; of two at one moment the opt-out. */
export function mergeOptIn(known: OptIn | undefined, next: OptIn): OptIn {
  if (known === undefined || next.at > known.at) return next;
  return next.at === known.at && next.status === "opted-out" ? next : known;
}

/** What a message of one word alone says of consent; undefined when it says nothing. Case and what is no letter or digit round it do not matter. */
export function consentOf(
  text: string,
  { stopWords = ["STOP"], startWords = ["START"] }: ConsentWords,
): OptIn["status"] | undefined {
  const said = bare(text);
  if (said === "") return undefined;
  if (stopWords.some((word) => bare(word) === said)) return "opted-out";
  return startWords.some((word) => bare(word) === said) ? "opted-in" : undefined;
}

type ConsentWords = {
  readonly stopWords?: readonly string[] | undefined;
  readonly startWords?: readonly string[] | undefined;
};

function bare(text: string): string {
  return text.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "").toLowerCase();
}

/**
 * How a send goes wrong: by a refusal that follows from the provider's messaging rules, by any other refusal, by one that passes, by an answer that
 * does not tell whether it was taken, or by a receipt after it was taken.
 */
export type FailureWay = "policy" | "refused" | "passing" | "unknown" | "receipt";

/** What can go wrong with a send in a preview, by Meta's error code (Cloud API, Error codes). */
export const previewFailures = {
  137000: { title: "Identity hash does not match", comesAs: "policy" },
  131050: { title: "Person stopped marketing messages", comesAs: "policy" },
  131053: { title: "Media could not be uploaded", comesAs: "receipt" },
  131026: { title: "Message undeliverable", comesAs: "receipt" },
  131047: { title: "More than 24 hours since the person last wrote", comesAs: "policy" },
  131049: { title: "Not delivered to keep the ecosystem healthy", comesAs: "policy" },
  131009: { title: "Parameter value is not valid", comesAs: "refused" },
  131000: { title: "Something went wrong", comesAs: "unknown" },
  130429: { title: "Throughput limit reached", comesAs: "passing" },
  131056: { title: "Rate limit of this pair of business and person reached", comesAs: "passing" },
} as const satisfies Readonly<Record<number, { readonly title: string; readonly comesAs: FailureWay }>>;

/** The error code of a failure that a preview knows. */
export type PreviewFailure = keyof typeof previewFailures;

import { z } from "zod";

/** What can go wrong with a request, and the HTTP status that says so. */
export const apiErrors = {
  "invalid-input": 400,
  "flow-has-errors": 422,
  "template-has-problems": 422,
  /** WhatsApp said no; the message has its words. */
  "provider-refused": 422,
  unauthorized: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  /** Something else still needs it. */
  "in-use": 409,
  "too-large": 413,
  "precondition-required": 428,
  "too-many-requests": 429,
  unavailable: 503,
  /** WhatsApp could not be reached. */
  "provider-unreachable": 502,
  unexpected: 500,
} as const;

/** What went wrong. */
export type ApiErrorCode = keyof typeof apiErrors;

/** The body of every answer that is not 2xx. */
export const apiErrorSchema = z.object({
  error: z.object({
    code: z.enum(Object.keys(apiErrors) as [ApiErrorCode, ...ApiErrorCode[]]),
    /** What was wrong and what would be right, for a person. */
    message: z.string(),
    /** Where in the input, one by one. */
    problems: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    /** On `conflict` over a revision: the one that is there, and since when, in milliseconds. */
    current: z.object({ revision: z.int(), updatedAt: z.int() }).optional(),
    /** What a check of a flow found. */
    issues: z.array(z.unknown()).optional(),
  }),
});

/** The body of every answer that is not 2xx. */
export type ApiError = z.infer<typeof apiErrorSchema>;

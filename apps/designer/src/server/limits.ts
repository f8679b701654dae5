/** Limits of calls, each with its reason. */
export const serverLimits = {
  /** Browsers let requests that outlive their page carry 64 KB. */
  keptAliveBytes: 60_000,
  /** A query tries again this often while no server answers, and then says so. */
  retries: 3,
  /** Between its attempts at most. */
  retryMs: 8_000,
  /** Lists are asked for again this often while they are looked at: other people work too. */
  refreshMs: 15_000,
  /** And this often while something is being decided that a person waits for. */
  pendingMs: 3_000,
  /** Contacts that are asked for at once: two screens of them. */
  contactsPerPage: 50,
  /** What is typed is asked for once the hands have rested so long: less than is noticed, more than lies between two letters. */
  typingMs: 180,
} as const;

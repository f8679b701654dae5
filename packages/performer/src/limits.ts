/** Limits of performers, each with its reason. Lengths are in UTF-16 code units. */
export const performerLimits = {
  /** From the call to the end of the answer, redirects included (Outbound webhooks: 10 s). */
  postMs: 10_000,
  /** One for the protocol, one for the host's name, and one to spare. */
  redirects: 3,
  /** How much of an answer to a post is read, so that its connection may serve again; beyond that it is cut. */
  answerBytes: 64 * 1024,
  /** Connections to one place for posts, so that a slow one cannot use up all. */
  connectionsPerOrigin: 8,
  /** Places to which connections are kept. */
  origins: 1_000,

  /** Redirects of a request: pages that log in and lead back take some. */
  requestRedirects: 5,
  /** Connections to one place for requests, for which conversations wait. */
  requestConnectionsPerOrigin: 64,
  /** Connections are made and kept by how long making one may take; flows use few such times. */
  connectTimes: 16,
  /** An answer's body, also unpacked; what is longer is no data for a conversation. */
  responseBytes: 1024 * 1024,
  /** All headers of an answer: many times what servers send. */
  responseHeaderBytes: 16 * 1024,
  /** Packings one in another, as `gzip, br`: more are made to harm. */
  packings: 3,
  /** The longest that a server's `Retry-After` is waited for; one that asks for more is not asked again. */
  retryAfterMs: 60_000,
  /** A request's header: as much as servers commonly take. */
  headerLength: 8 * 1024,

  /** Secrets that a preview remembers: the newest. */
  previewSecrets: 10_000,

  /** Levels, elements and attributes of XML; data that people pick fields from has far fewer. */
  xmlDepth: 100,
  xmlNodes: 100_000,
  /** Text that is read as data, and all that is picked from it, as JSON: as much as an answer. */
  dataLength: 1024 * 1024,

  /** 64 KB, as much as the designer lets one write. */
  scriptLength: 64 * 1024,
  /** A script's result, and each variable that it assigns, as JSON: as much as one field of a flow may become. */
  resultLength: 256 * 1024,
  /** All that it assigns together, since many variables may hold one long text. */
  answerLength: 1024 * 1024,
  /** A call takes about 170 bytes of it. The threads of scripts have many times that. */
  scriptStackBytes: 256 * 1024,
  /** Memory of a sandbox that its script cannot have, for saying that it had no more. */
  reserveBytes: 64 * 1024,
  /** Memory for looking at a script's writing: many times what compiling the longest takes. */
  checkBytes: 16 * 1024 * 1024,
  /** Machines that a thread keeps, each for scripts with one limit of memory. */
  machines: 2,
  /** For writing what a script left as JSON, beside the time of its own. */
  readingMs: 250,
  /** Runs of one machine before it is made anew, so that what breaks into its memory does not stay. */
  runsPerMachine: 1_000,
  /** Scripts that run at once. Each keeps a core busy. */
  scriptWorkers: 2,
  /** Scripts that wait for their turn; beyond that one is refused at once. */
  waitingScripts: 1_000,
  /** How much longer than its own time a script may take by the clock, where it is not asked how long it has run: then its thread is ended. */
  hardStopMs: 10_000,
  /** For starting a thread with its sandbox, on a machine that is very busy. */
  workerStartMs: 30_000,
} as const;

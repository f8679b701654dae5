/** Limits of the host, each with its reason. */
export const hostLimits = {
  /** Events in one commit: past it a commit takes longer than it saves. */
  eventsPerBatch: 256,
  /** Events that may wait for their turn; beyond it the sender is told to come back, so that memory is bounded. */
  eventsWaiting: 10_000,
  /** Those of one app, so that others find room. */
  eventsWaitingOfApp: 5_000,
  /** Those of one contact: two webhooks of the largest size. */
  eventsWaitingOfContact: 2_000,
  /** Messages that one conversation keeps while it does not wait for any. */
  deferredMessages: 20,
  /** Conversations of one thread that have not ended, so that a flow without end cannot make a thread grow without end. */
  liveConversations: 100,
  /** Times that one batch is taken anew because another process was first. */
  conflictRetries: 10,
  /** Timers read at once. */
  timersPerRead: 256,
  /** How long a timer waits that could not be taken, so that it cannot keep the others from firing. */
  timerPostponedMs: 60_000,
  /** The longest sleep until the next timer: longer ones overflow the timers of JavaScript, and the clock may be set meanwhile. */
  timerSleepMs: 60 * 60 * 1000,
  /** Sends of one app held in memory, a minute's worth at the usual rate; the rest waits in the store. */
  sendsInMemory: 5_000,
  /** Sends read from the store at once. */
  sendsPerRead: 1_000,
  /** Sends of one app under way at once, so that a slow gateway cannot use up every connection. */
  sendsInFlight: 64,
  /** Attempts before a send that is refused for the moment becomes a dead letter: about an hour, and longer where many share the attempts of an outage. */
  sendAttempts: 240,
  /** Attempts after an ambiguous answer. */
  ambiguousRetries: 1,
  backoffBaseMs: 500,
  /** So that a send alone, which notices no outage by others, goes out soon after it. */
  backoffMaxMs: 15_000,
  /** Attempts that fail one after another, with no answer between, before the gateway counts as out: more than chance or one contact brings about. */
  outageFailures: 10,
  /** Between two attempts during an outage: soon enough for whoever waits, and few enough not to use up the attempts of the sends. */
  outageProbeMs: 1_000,
  /** Reports under way at once, and to one place: a place that does not answer holds one for ten seconds. */
  postsInFlight: 32,
  postsInFlightPerOrigin: 8,
  /** Reports read from the store at once. */
  postsPerRead: 256,
  /** How long reports wait that stand before others and find no room. */
  postPutOffMs: 5_000,
  /** Waits before a report is posted again; then it is given up (Outbound webhooks: 30, 60 and 120 s). */
  postRetryAfterMs: [30_000, 60_000, 120_000],
  /** Tasks under way at once: most are quick, and one that waits for a slow server costs little but its connection. */
  tasksInFlight: 64,
  /** Those of one app, so that others find room. */
  tasksInFlightOfApp: 48,
  /** Tasks held in memory, which may have large texts; the rest waits in the store. */
  tasksInMemory: 500,
  /** Tasks read from the store at once, and how few are left in memory when more are read. */
  tasksPerRead: 100,
  /** How long a stop waits for tasks under way: as long as for a report. */
  taskStopMs: 10_000,
  /** Times that a profile is read and written anew because its number or user id was taken meanwhile. */
  profileAttempts: 3,
  /** How late a send may come and still be made up for, because timers come late. */
  rateToleranceMs: 20,
  /** Contacts of whom it is remembered when they last wrote, so that most sends need no reading for it. */
  inboundTimes: 20_000,
  /** Compiled flow versions kept in memory, counted in nodes: a node takes about 8 KB. */
  compiledNodes: 20_000,
  /** How long inbox rows and parked receipts are kept: longer than the provider repeats a webhook. */
  inboxKeptMs: 9 * 24 * 60 * 60 * 1000,
  /** How often older ones are forgotten. */
  forgetEveryMs: 60 * 60 * 1000,
  /** Rows forgotten at once, so that nothing waits long behind them. */
  rowsPerForget: 1_000,
} as const;

/** The most the simulator takes and keeps, each with its reason. Where a list is full, its oldest member is dropped. */
export const simulatorLimits = {
  /** Business numbers; each may hold open `webhooksAtOnce` connections, so a further one is refused. */
  numbers: 100,
  /** Virtual phones with their chats: a load test's population, at some 500 bytes each. */
  phones: 100_000,
  /** Messages over all chats, which bounds memory at some 200 MB whatever the number of chats. */
  messages: 200_000,
  /** Messages of one chat: more than a person scrolls back. */
  chatMessages: 1_000,
  /** Accepted sends that are remembered, so that a load test can compare them with what it asked for. */
  sends: 250_000,
  /** Sends given in one page. */
  sendsPage: 10_000,
  /** Phones named by the state: enough to look at, small enough to print. */
  statePhones: 1_000,

  /** Files that were uploaded or sent, and all their bytes together: two of the largest documents, and small ones as tests want them. */
  files: 10_000,
  fileBytes: 256 * 1024 * 1024,
  /** How long a link to a file works (Cloud API, Media: five minutes). */
  fileLinkMs: 5 * 60 * 1000,
  /** Uploads that are read at once; a further one is refused, so that memory stays bounded while bodies come in. */
  uploadsAtOnce: 4,
  /** Templates of one business account (Cloud API, Message templates: 250, and 6,000 for verified businesses), and of all accounts together. */
  accountTemplates: 6_000,
  templates: 20_000,
  /** Templates in one page, and in one where nothing is said of it (Graph API, Paging). */
  templatesPage: 1_000,
  templatesUsualPage: 25,
  /** How long Meta looks at a template where nobody says otherwise: soon enough for a test, late enough to be seen. */
  templateReviewMs: 1_000,
  /** Contact cards that a person sends at once; more than a phone lets one choose. */
  writtenCards: 50,

  /** One message to the same person per six seconds (Cloud API, pair rate limits). */
  pairIntervalMs: 6_000,
  /** Messages to the same person that may come at once, borrowed from later quota (Cloud API, pair rate limits). */
  pairBurst: 45,
  /** How long a typing indicator shows when no message follows (Cloud API, typing indicators). */
  typingMs: 25_000,
  /** The business's own text that comes back in statuses (Cloud API, biz_opaque_callback_data). */
  clientReferenceLength: 512,

  /** Webhooks of one number that wait for their 200: an hour of a busy server's absence, at some 1 kB each. */
  waitingWebhooks: 100_000,
  /** Webhooks of one number that are under way at once: enough for thousands a second, few enough to spare the receiver. */
  webhooksAtOnce: 64,
  /** Updates in one webhook (Cloud API, webhooks: "up to 1000 updates"). */
  webhookUpdates: 1_000,
  /** Further posts of one webhook, so that a fault does not become an attack. */
  webhookDuplicates: 20,
  /** Posts of one body by one control call. */
  manualPosts: 1_000,
  /** Wait for the receiver's answer; a server that is alive answers far sooner. */
  webhookTimeoutMs: 20_000,
  /** Characters read of a receiver's answer; only a challenge of some twenty is ever looked at. */
  answerLength: 65_536,

  /** Request body of the Cloud API side: a text message is 5 kB; ample for every JSON message. */
  requestBytes: 1_048_576,
  /** Request body of the control API: a webhook is at most 3 MB (Cloud API, webhooks), and JSON wraps it. */
  controlBytes: 4_194_304,
  /** What a person may type: WhatsApp takes some 65,000 characters. */
  writtenLength: 65_536,
  /** Any identifier, name, URL or secret given to the control API. */
  nameLength: 2_048,
  /** Characters of one part of a path; a business-scoped user id has at most 136. */
  pathPartLength: 200,
  /** How often a fault may be asked to strike; without a count it strikes for ever. */
  faultCount: 1_000_000,
  /** Any wait that can be configured, well below the longest wait of a timer (24 days). */
  waitMs: 7 * 24 * 60 * 60 * 1000,
  /** How far one call may move the clock: ten years of days with leap days to spare. */
  advanceMs: 3_660 * 24 * 60 * 60 * 1000,

  /** Microtask rounds in which a manual clock lets promises settle: longer than any chain of awaits between two timers. */
  settleRounds: 50,
  /** Callbacks of one advance of a manual clock; more means that a callback schedules itself for ever. */
  manualCallbacks: 1_000_000,

  /** Steps of a preview that are kept to be looked at: more than a person scrolls back. */
  previewSteps: 1_000,
  /** Conversations of a preview that are kept to be looked at. */
  previewConversations: 100,
  /** Wake-ups of one skip of a preview: a month of a flow that waits, and a few seconds of one that never rests. */
  previewWakes: 20_000,
} as const;

/** English texts of versions and Make Live. */
export const versions = {
  title: "Versions",
  none: "There is no version yet. Make the flow live, and the first one stands here.",
  list: "Versions, the newest first",
  version: (version: number) => `Version ${version}`,
  live: "Live",
  paused: "Paused",
  open: "Open",
  opened: "Shown now",
  noComment: "No comment",
  fromVersion: (version: number) => `the content of version ${version} again`,
  draft: "Draft",
  changesSince: (version: number) => `Changes since version ${version}`,
  firstVersion: "The first version.",
  noChanges: "Nothing that a customer would notice is different.",
  andMore: (count: number) => `and ${count} more`,
  pause: "Pause",
  resume: "Resume",
  pausedText: "The flow is paused: it starts no conversations. Those that run go on.",

  banner: {
    text: (version: number, time: string) => `Version ${version} of ${time}, read-only`,
    editAsDraft: "Edit as the draft",
    rollBack: "Roll back to this",
    back: "Back to the draft",
  },
  editLabel: (version: number) => `Edit version ${version} as the draft`,
  isDraftNow: (version: number) => `The draft is now version ${version}.`,

  rollBack: {
    title: (version: number) => `Roll back to version ${version}?`,
    text: (version: number) =>
      `A new version with the content of version ${version} goes live. Conversations that run stay on theirs, and the draft stays as it is.`,
    comment: "Comment",
    defaultComment: (version: number) => `Back to version ${version}`,
    confirm: "Roll back",
  },

  makeLive: {
    title: "Make live",
    checking: "Saving and checking…",
    errors: (count: number) =>
      count === 1 ? "1 error keeps the flow from going live:" : `${count} errors keep the flow from going live:`,
    warnings: (count: number) => (count === 1 ? "1 warning; you may go on:" : `${count} warnings; you may go on:`),
    noProblems: "The checks found nothing wrong.",
    showAll: "Show all problems",
    unsaved: "The draft could not be saved, so it cannot go live yet.",
    first: "This is the first version.",
    since: (version: number) => `What changes against version ${version}`,
    comment: "Comment",
    commentHint: "What is new, for whoever looks at the history.",
    running: (count: number) =>
      count === 1
        ? "The conversation that runs stays on its version."
        : `The ${count} conversations that run stay on their version.`,
    isPaused: "The flow is paused: the new version starts conversations when you resume it.",
    confirm: "Make live",
    working: "Making it live…",
    done: (version: number) => `Version ${version} is live.`,
    donePaused: (version: number) => `Version ${version} is made. The flow is paused.`,
    failed: (reason: string) => `It did not go live: ${reason}`,
  },
} as const;

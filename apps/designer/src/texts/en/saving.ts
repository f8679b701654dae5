/** English texts of saving, conflicts and copies on this device. */
export const saving = {
  saved: (time: string | undefined, revision: number) =>
    time === undefined ? `Saved, revision ${revision}` : `Saved ${time}, revision ${revision}`,
  unsaved: "Unsaved changes",
  saving: "Saving…",
  offline: "Unsaved: offline, will try again",
  retrying: (reason: string) => `Unsaved, will try again: ${reason}`,
  conflict: "Unsaved: changed by someone else",
  failed: (reason: string) => `Not saved: ${reason}`,
  resolve: "Choose…",
  tryNow: "Save now",

  conflictDialog: {
    title: "Someone else saved this flow",
    text: (revision: number, time: string) =>
      `Revision ${revision} was saved at ${time}, while you were changing the one before. Both are safe: whichever you do not take stays on this device and can be downloaded.`,
    yours: "Download yours",
    theirs: "Download theirs",
    differences: "What is different in yours",
    noDifferences: "The two say the same.",
    keepMine: "Keep mine",
    takeTheirs: "Take theirs",
    asNewFlow: "Mine as a new flow",
    later: "Decide later",
    keptTheirs: (revision: number) => `Yours is saved. Their revision ${revision} is kept on this device.`,
    keptMine: "Theirs is open. Yours is kept on this device.",
    newFlow: (name: string) => `Theirs is open. Yours is the new flow “${name}”.`,
    copyName: (name: string) => `${name} (my copy)`,
    show: "Show copies",
    openNew: "Open it",
  },

  found: {
    text: (time: string) => `Unsaved changes from ${time} were found on this device.`,
    behind: (time: string) =>
      `Unsaved changes from ${time} were found on this device. The flow was saved again since; restoring lets you choose.`,
    restore: "Restore",
    discard: "Discard",
    discarded: "The unsaved changes are discarded.",
    label: "Restore unsaved changes",
    compare: "What they change",
  },

  copies: {
    title: "Copies on this device",
    kinds: { unsaved: "Unsaved changes", mine: "Yours, from a conflict", theirs: "Theirs, from a conflict" },
    about: (revision: number, time: string) => `revision ${revision}, ${time}`,
    restore: "Use as the draft",
    restored: "The copy is now the draft.",
    remove: "Delete the copy",
    label: "Use a copy as the draft",
  },
} as const;

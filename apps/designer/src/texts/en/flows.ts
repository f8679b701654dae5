/** English texts of the list of flows. */
export const flows = {
  title: "Flows",
  search: "Search flows",
  filters: "Show",
  filter: { all: "All", live: "Live", draft: "Drafts", paused: "Paused", bin: "Bin" },
  newFlow: "New flow",
  import: "Import",
  list: "Flows",
  count: (count: number) => (count === 1 ? "1 flow" : `${count} flows`),
  columns: {
    name: "Name",
    status: "Status",
    liveConversations: "Live conversations",
    edited: "Last edited",
    actions: "Actions",
  },
  sortBy: (column: string) => `Sort by ${column}`,
  status: {
    draft: "Draft",
    live: (version: number) => `Live, v${version}`,
    paused: (version: number) => `Paused, v${version}`,
    pausedDraft: "Paused draft",
    bin: "In the bin",
  },
  nodes: (count: number) => (count === 1 ? "1 node" : `${count} nodes`),
  edited: (time: string) => `edited ${time}`,
  conversations: (count: number) => (count === 1 ? "1 conversation" : `${count} conversations`),
  actionsOf: (name: string) => `Actions of ${name}`,
  open: "Open",
  talk: "Talk to it",
  duplicate: "Duplicate",
  export: "Export as JSON",
  pause: "Pause",
  resume: "Resume",
  delete: "Delete",
  restore: "Restore",

  copyName: (name: string) => `Copy of ${name}`,
  duplicated: (name: string) => `“${name}” is there.`,
  paused: (name: string) => `“${name}” is paused: it starts no conversations. Those that run go on.`,
  resumed: (name: string) => `“${name}” starts conversations again.`,
  deleted: (name: string) => `“${name}” is in the bin.`,
  restored: (name: string) => `“${name}” is back.`,
  imported: (name: string) => `“${name}” is imported.`,
  failed: (what: string, reason: string) => `${what}: ${reason}`,

  deleteLive: {
    title: (name: string) => `Delete “${name}”?`,
    text: (count: number) =>
      count === 0
        ? "It is live. It will be paused, so that it starts no more conversations, and moved to the bin."
        : `It is live. It will be paused, so that it starts no more conversations, and moved to the bin. ${count === 1 ? "The conversation that runs goes" : `The ${count} conversations that run go`} on to the end.`,
    confirm: "Pause and delete",
  },

  welcome: {
    title: "A flow is running already",
    text: (name: string) =>
      `“${name}” is live on a number that lives in this server. Open it and write to it on the phone beside it: you see every step light up. Then change it.`,
    talk: "Talk to it",
    dismiss: "Got it",
  },

  empty: {
    title: "No flows yet",
    text: "Begin with an empty flow or an example, or drop a flow file anywhere on this page.",
  },
  emptyBin: "The bin is empty.",
  noMatch: (search: string) => `No flow has “${search}” in its name or id.`,
  noneSuch: "No flow is like that.",
  clearSearch: "Show all flows",

  create: {
    title: "New flow",
    name: "Name",
    nameHint: "For you and your colleagues; customers do not see it.",
    nameMissing: "Give it a name.",
    nameTaken: "There is another flow of this name already; that is allowed.",
    begin: "Begin with",
    empty: "An empty flow",
    emptyText: "A Start, and nothing else.",
    noExamples: "The examples could not be loaded.",
    part: (count: number, type: string) => `${count} × ${type}`,
    submit: "Create",
  },

  importing: {
    drop: "Drop a flow file to import it",
    choose: "Import a flow from a file",
    broken: (file: string) => `“${file}” could not be imported`,
    nothing: "Nothing was created. This is what is wrong with it:",
    more: (count: number) => `and ${count} more`,
    tooLarge: (megabytes: number) => `The file is larger than ${megabytes} MB, the most that a flow may have.`,
    notJson: "The file is not JSON.",
    notJsonAt: (line: number, column: number) =>
      `The file is not JSON: line ${line}, column ${column} is not as it must be.`,
    notFlow: "The file is JSON, but no flow: its “format” must be “parley.flow/1”.",
    unreadable: "The file could not be read.",
    at: (place: string, message: string) => `${place} ${message}.`,
    whole: "The flow",
    twice: (id: string) => `Two nodes have the id “${id}”.`,
    dangling: (edge: string, node: string) => `The connection “${edge}” names a node “${node}” that is not there.`,
  },
} as const;

/** English texts of the frame round everything. */
export const shell = {
  /** How times and numbers are written. */
  locale: "en-GB",
  product: "Parley",
  close: "Close",
  cancel: "Cancel",
  undo: "Undo",
  redo: "Redo",
  retry: "Try again",
  download: "Download",
  more: "More",
  loading: "Loading…",
  undoStep: (label: string) => `Undo: ${label}`,
  redoStep: (label: string) => `Redo: ${label}`,
  resize: (pane: string) => `Width of ${pane}`,

  errors: {
    unknown: "Something went wrong on this page.",
    unreachable: "The server does not answer. Is it running, and is this device online?",
    garbled: "The server's answer could not be read. This page may be older than the server: load it again.",
  },

  areas: { label: "Areas", flows: "Flows", apps: "Apps", templates: "Templates", contacts: "Contacts" },
  save: "Save",
  saving: "Saving…",
  saved: "Saved.",
  discard: "Discard changes",
  unsaved: "Not saved yet",
  copy: (what: string) => `Copy ${what}`,
  copied: (what: string) => `${what} is copied.`,
  notCopied: "This browser does not let the page copy: select the text and copy it yourself.",
  /** What is wrong with a field: its name, and a predicate such as “is empty”. */
  problem: (field: string, message: string) => `${field} ${message}.`,
  leave: {
    title: "Leave without saving?",
    text: "You have changed something on this page that is not saved. It is lost when you leave.",
    stay: "Stay here",
    discard: "Discard and leave",
  },

  theme: { system: "Theme: as the device", light: "Theme: light", dark: "Theme: dark" },

  notFound: {
    title: "There is nothing here",
    text: "The address leads to no page. It may have been mistyped, or what it led to is gone.",
    toList: "Go to the flows",
  },
  flowNotFound: {
    title: "This flow is not here",
    text: (flowId: string) =>
      `There is no flow with the id “${flowId}”. It may never have been, or someone else has it.`,
  },
  versionNotFound: {
    title: "This version is not here",
    text: (version: number) => `The flow has no version ${version}.`,
    toDraft: "Go to the draft",
  },
  loadFailed: { title: "This could not be loaded" },
  broken: {
    title: "This page broke",
    text: "That is a fault of ours, not of what you did. Your flow is kept on this device as it was a moment ago.",
    save: "Download a copy of the flow",
    reload: "Load the page again",
    details: "What went wrong",
  },

  signIn: {
    title: "Sign in",
    text: "This server asks for its admin token. Whoever runs it has set it as PARLEY_ADMIN_TOKEN.",
    token: "Admin token",
    submit: "Sign in",
    wrong: "The server does not know this token.",
    signOut: "Sign out",
  },

  offline: "This device is offline. You can go on: what you change is kept here and saved when it is back.",
  serverAway:
    "The server does not answer. You can go on: what you change is kept on this device and saved when it is back.",
  signedOut:
    "You are signed out. What you change is kept on this device, and saved once you have signed in in another tab.",
  narrow: "This window is narrow: the flow can be read here. To change it, use a window at least 1024 pixels wide.",

  editor: {
    title: (name: string) => `${name} · Parley`,
    toList: "All flows",
    toolbar: "Flow",
    nameOf: (name: string) => `${name}: open the flow's settings`,
    unnamed: "Unnamed flow",
    palette: "Palette",
    main: "Flow",
    panel: "Panel",
    phone: "Phone",
    surfaces: "View",
    canvas: "Canvas",
    outline: "Outline",
    openPhone: "Phone",
    checking: "Problems: checking",
    problems: (errors: number, warnings: number) => {
      if (errors + warnings === 0) return "Problems: none";
      const counted = [counts(errors, "error"), counts(warnings, "warning")].filter((text) => text !== "");
      return `${counts(errors + warnings, "problem")}: ${counted.join(", ")}`;
    },
    versions: "Versions",
    makeLive: "Make live",
    commands: "Find or do anything",
    export: "Export as JSON",
    settings: "Flow settings",
    shortcuts: "Keyboard shortcuts",
    panels: { inspector: "Inspector", problems: "Problems", versions: "Versions", flow: "Flow" },
    closePanel: (panel: string) => `Close ${panel}`,
  },
} as const;

function counts(count: number, word: string): string {
  if (count === 0) return "";
  return count === 1 ? `1 ${word}` : `${count} ${word}s`;
}

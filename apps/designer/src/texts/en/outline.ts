/** English texts of the outline. */
export const outline = {
  title: "Outline",
  label: "The flow as a list",
  readHelp:
    "Up and down go from row to row, right to the outcomes and on to where they lead, left back. Enter opens a node.",
  help: "Up and down go from row to row, right to the outcomes and on to where they lead, left back. Enter opens a node or chooses where an outcome leads, C connects, F2 renames, Delete removes.",
  nodes: (count: number) => (count === 1 ? "1 node" : `${count} nodes`),
  /** Between an outcome and its target, where nobody sees the arrow. */
  leadsTo: "leads to",
  nowhere: "nowhere",
  byDefault: (target: string) => `${target} (by default)`,
  rename: "Rename",
  renameLabel: (name: string) => `Name of ${name}`,
  connect: "Connect",
  delete: "Delete",
  lead: "Choose where it leads",
  add: "Add a node",
  undoRename: "Rename",
  notes: "Sticky notes",
  note: (number: number) => `Sticky note ${number}`,
  deleteNote: (number: number) => `Delete sticky note ${number}`,
  undoNote: "Edit note",
  undoDeleteNote: "Delete note",
} as const;

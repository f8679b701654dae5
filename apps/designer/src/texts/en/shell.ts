/** English texts of the frame round everything. */
export const shell = {
  close: "Close",
  cancel: "Cancel",
  undo: "Undo",
} as const;

/** English texts of flows. */
export const flows = {} as const;

/** English texts of nodes. */
export const nodes = {} as const;

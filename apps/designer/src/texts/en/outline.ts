/** English texts of outline. */
export const outline = {} as const;

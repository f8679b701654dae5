/** English texts of inspector. */
export const inspector = {} as const;

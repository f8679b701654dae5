/** English texts of phone. */
export const phone = {} as const;

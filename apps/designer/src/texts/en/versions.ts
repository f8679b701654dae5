/** English texts of versions. */
export const versions = {} as const;

/** English texts of saving. */
export const saving = {} as const;

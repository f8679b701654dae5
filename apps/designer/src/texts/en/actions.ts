/** English texts of actions. */
export const actions = {} as const;

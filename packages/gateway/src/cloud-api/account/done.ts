import { z } from "zod";

/** The answer to what was done and has nothing else to tell. */
export const doneSchema = z.object({ success: z.literal(true) }).transform(() => undefined);

import { z } from "zod";

/** The longest path that Linux takes. */
const path = z.string().min(1).max(4_096);

/**
 * What a server is asked: whose data, so that no other server answers, and where to. The ending keeps whoever may ask from making a file that some
 * other program runs or believes: shells, cron and sudo read none that ends so.
 */
export const backupOrderSchema = z.strictObject({ dataDir: path, to: path.regex(/\.db$/, "must end in .db") });

/** What is asked of a server. */
export type BackupOrder = z.infer<typeof backupOrderSchema>;

/** A line of the answer: how far it is, and at last the backup, or why there is none. */
export const backupLineSchema = z.union([
  z.strictObject({ percent: z.int().min(0).max(100) }),
  z.strictObject({ path, bytes: z.int() }),
  z.strictObject({ error: z.string() }),
]);

/** A line of the answer. */
export type BackupLine = z.infer<typeof backupLineSchema>;

export { type BackUpOptions } from "./back-up.ts";
export type { CopyProgress } from "./order-copy.ts";
export { restoreBackup, type RestoreOptions } from "./restore.ts";
export { openSqliteStore, type SqliteStore, type SqliteStoreOptions } from "./sqlite-store.ts";

import type { TaskRow } from "@parley/store";

/** Tasks that wait to be performed. Apps take turns, and those of one app are taken as they came. */
export class TaskQueue {
  readonly #byApp = new Map<string, TaskRow[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(row: TaskRow): void {
    const rows = this.#byApp.get(row.appId);
    if (rows === undefined) this.#byApp.set(row.appId, [row]);
    else rows.push(row);
    this.#size += 1;
  }

  /** Takes the next task of the first app in turn that has room for one; undefined where none has. */
  take(hasRoom: (appId: string) => boolean): TaskRow | undefined {
    for (const [appId, rows] of this.#byApp) {
      if (!hasRoom(appId)) continue;
      const row = rows.shift();
      this.#byApp.delete(appId);
      if (rows.length > 0) this.#byApp.set(appId, rows);
      this.#size -= 1;
      return row;
    }
    return undefined;
  }
}

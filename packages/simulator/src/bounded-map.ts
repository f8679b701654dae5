/** A map that drops its oldest member when it grows beyond its maximum. */
export interface BoundedMap<Key, Value> {
  readonly size: number;
  get(key: Key): Value | undefined;
  /** Adds a member, or replaces one without making it younger. */
  set(key: Key, value: Value): void;
  delete(key: Key): void;
  /** The members, oldest first. */
  values(): Iterable<Value>;
  clear(): void;
}

/** Makes a bounded map; `onDrop` hears of members dropped for room, not of deleted ones. */
export function createBoundedMap<Key, Value>(
  maximum: number,
  onDrop: (value: Value) => void = () => {},
): BoundedMap<Key, Value> {
  const members = new Map<Key, Value>();
  // One iterator for the map's whole life: it goes on where it stood, where a fresh one would step over every member deleted before.
  const oldest = members.entries();

  function dropOldest(): void {
    const next = oldest.next();
    if (next.done) return;
    const [key, value] = next.value;
    members.delete(key);
    onDrop(value);
  }

  return {
    get size() {
      return members.size;
    },
    get: (key) => members.get(key),
    set: (key, value) => {
      members.set(key, value);
      if (members.size > maximum) dropOldest();
    },
    delete: (key) => void members.delete(key),
    values: () => members.values(),
    clear: () => members.clear(),
  };
}

import type { MemoryData } from "@parley/store/memory";

/** A copy of a store's data by way of JSON, as a file gives it: maps as their entries. */
export function throughJson(data: MemoryData): MemoryData {
  const parts = Object.entries(data).map(([name, part]: [string, unknown]) => [
    name,
    part instanceof Map ? new Map(copyOf([...part])) : copyOf(part),
  ]);
  return Object.fromEntries(parts) as MemoryData;
}

function copyOf<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

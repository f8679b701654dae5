import type { AppView } from "@parley/api";

/** What an app is called: its name, or where it has none its number. */
export function appName({ name, displayPhoneNumber, id }: Pick<AppView, "name" | "displayPhoneNumber" | "id">): string {
  return name.trim() || displayPhoneNumber || id;
}

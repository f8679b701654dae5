import type { AppView } from "@parley/api";
import type { InputProblems } from "../server/input-problems.ts";
import { plusNumber } from "./shown-number.ts";

/** An app's settings as they are typed. */
export type SettingsForm = Pick<AppView, "name" | "displayPhoneNumber"> &
  Omit<AppView["settings"], "messagesPerSecond"> & { readonly messagesPerSecond: string };

/** What of an app is changed in its form. */
export function toSettingsForm({ name, displayPhoneNumber, settings }: AppView): SettingsForm {
  return { name, displayPhoneNumber, ...settings, messagesPerSecond: String(settings.messagesPerSecond) };
}

/** What was typed, as the server takes it. A rate that is no number is none, which the server refuses. */
export function fromSettingsForm({ name, displayPhoneNumber, messagesPerSecond, ...settings }: SettingsForm) {
  return {
    name: name.trim(),
    displayPhoneNumber: plusNumber(displayPhoneNumber),
    settings: { ...settings, messagesPerSecond: numberOf(messagesPerSecond) },
  };
}

function numberOf(text: string): number {
  const trimmed = text.trim().replace(",", ".");
  return /^\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}

/** The problems, with a sentence of our own about the rate in the place of the schema's. */
export function withRate(problems: InputProblems, message: string): InputProblems {
  const path = "settings.messagesPerSecond";
  return problems.has(path) ? new Map([...problems, [path, message]]) : problems;
}

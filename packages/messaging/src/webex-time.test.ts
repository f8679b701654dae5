import { describe, expect, test } from "vitest";
import { formatIsoTime } from "./iso-time.ts";
import { parseWebexTime } from "./webex-time.ts";

describe("a time as Webex Connect writes it", () => {
  test.each([
    ["2019-23-04 03:06:48 AM", "2019-04-23T03:06:48.000Z"],
    ["2026-24-12 06:00:00 PM", "2026-12-24T18:00:00.000Z"],
    ["2026-05-06 12:00:00 AM", "2026-06-05T00:00:00.000Z"],
    ["2026-05-06 12:30:00 pm", "2026-06-05T12:30:00.000Z"],
    ["2024-29-02 1:00:00 AM", "2024-02-29T01:00:00.000Z"],
  ])("%s is %s", (text, iso) => {
    expect(formatIsoTime(parseWebexTime(text) ?? Number.NaN)).toBe(iso);
  });

  test.each([
    "2019-04-23 03:06:48 AM",
    "2025-29-02 01:00:00 AM",
    "2026-24-12 13:00:00 PM",
    "2026-24-12 00:00:00 AM",
    "2026-24-12 06:60:00 AM",
    "2026-24-12 06:00:00",
    "2026-12-24T18:00:00Z",
    "",
  ])("%s is none", (text) => {
    expect(parseWebexTime(text)).toBeUndefined();
  });
});

import type { Json, JsonObject } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import type { GatewayUpdate } from "../../gateway.ts";
import { parseWebhook } from "./parse.ts";

const approved = {
  event: "APPROVED",
  message_template_id: 1689556908129832,
  message_template_name: "order_confirmation",
  message_template_language: "en_US",
  reason: "NONE",
  message_template_category: "UTILITY",
};

function read(changes: JsonObject, entry: JsonObject = { id: "102290129340398" }): GatewayUpdate | undefined {
  const change: JsonObject = { field: "message_template_status_update", value: { ...approved, ...changes } };
  const { updates } = parseWebhook({ object: "whatsapp_business_account", entry: [{ ...entry, changes: [change] }] });
  expect(updates).toHaveLength(1);
  return updates[0];
}

describe("the provider's word on a template", () => {
  test("names the template, its business account and its status", () => {
    expect(read({})).toEqual({
      type: "template-status",
      businessAccountId: "102290129340398",
      name: "order_confirmation",
      language: "en_US",
      providerId: "1689556908129832",
      status: "approved",
      reason: "",
    });
  });

  test.each<{ changes: JsonObject; status: string; reason: string }>([
    { changes: { event: "REJECTED", reason: "ABUSIVE_CONTENT" }, status: "rejected", reason: "ABUSIVE_CONTENT" },
    {
      changes: {
        event: "REJECTED",
        reason: "INVALID_FORMAT",
        rejection_info: { reason: "Parameters stand side by side.", recommendation: "Put words between them." },
      },
      status: "rejected",
      reason: "Parameters stand side by side. Put words between them.",
    },
    {
      changes: { event: "PAUSED", other_info: { title: "FIRST_PAUSE", description: "Paused for 3 hours." } },
      status: "paused",
      reason: "Paused for 3 hours.",
    },
    {
      changes: { event: "DISABLED", disable_info: { disable_date: 1751234563 } },
      status: "disabled",
      reason: "",
    },
    { changes: { event: "PENDING_DELETION", reason: null }, status: "deleted", reason: "" },
    { changes: { event: "PENDING" }, status: "pending", reason: "" },
    {
      changes: { event: "FLAGGED" },
      status: "approved",
      reason: "It received negative feedback and may be disabled.",
    },
    { changes: { event: "LOCKED", other_info: { title: "RATE_LIMITING_PAUSE" } }, status: "paused", reason: "" },
    {
      changes: { event: "UNLOCKED", other_info: { title: "UNPAUSE", description: "Unpaused." } },
      status: "approved",
      reason: "Unpaused.",
    },
    { changes: { event: "REJECTED", reason: 7, rejection_info: "none" }, status: "rejected", reason: "" },
  ])("is $status with the reason “$reason”", ({ changes, status, reason }) => {
    expect(read(changes)).toMatchObject({ type: "template-status", status, reason });
  });

  test("names the language as the registry does, though the webhook's page has en-US", () => {
    expect(read({ message_template_language: "en-US" })).toMatchObject({ language: "en_US" });
    expect(read({ message_template_language: "fil" })).toMatchObject({ language: "fil" });
  });

  test.each<{ id: Json; providerId: string }>([
    { id: "1689556908129832", providerId: "1689556908129832" },
    { id: 9_007_199_254_740_994, providerId: "" },
    { id: null, providerId: "" },
  ])("has the provider's id %j as %j, and none where the number is not exact", ({ id, providerId }) => {
    expect(read({ message_template_id: id })).toMatchObject({ type: "template-status", providerId });
  });

  test.each<{ changes: JsonObject; entry?: JsonObject; reason: string }>([
    { changes: { event: "SUNG" }, reason: 'entry[0].changes[0].value.event "SUNG" is not read.' },
    { changes: { event: "LOCKED" }, reason: 'entry[0].changes[0].value.event "LOCKED" is not read.' },
    { changes: { event: 7 }, reason: "entry[0].changes[0].value.event cannot be read" },
    { changes: { message_template_name: "" }, reason: "value.message_template_name cannot be read" },
    { changes: { message_template_language: null }, reason: "value.message_template_language cannot be read" },
    {
      changes: {},
      entry: {},
      reason: "entry[0].changes[0] is about a template, and its entry names no business account.",
    },
  ])("is kept unread: $reason", ({ changes, entry, reason }) => {
    expect(read(changes, entry)).toMatchObject({ type: "ignored", reason: expect.stringContaining(reason) });
  });

  test("keeps at most 1,000 characters of the provider's text", () => {
    expect(read({ event: "REJECTED", reason: "x".repeat(5000) })).toMatchObject({ reason: "x".repeat(1000) });
  });
});

import { expect, test } from "vitest";
import { kindOf, ofKind, triggerKinds, variableOf } from "./triggers.ts";

const conditions = [{ variable: "$(whatsapp.message)", operator: "equals", value: "hi", join: "and" }];

test("It is true that conditions stay among WhatsApp's events and go with them", () => {
  const message = { type: "whatsapp", event: "whatsapp.mo", conditions };
  expect(ofKind(message, "whatsapp.referral")).toEqual({ ...message, event: "whatsapp.referral" });
  expect(ofKind(message, "webhook")).toEqual({
    type: "webhook",
    webhookId: "",
    fields: [],
    contactType: "waId",
    contact: "$(inboundWebhook.body.waId)",
    conditions: [],
  });
  expect(ofKind(ofKind(message, "webhook"), "whatsapp.mo")).toEqual({ ...message, conditions: [] });
});

test("It is true that how the contact is named stays between a webhook and a custom event", () => {
  const webhook = {
    type: "webhook",
    webhookId: "a",
    fields: [],
    contactType: "customerId",
    contact: "x",
    conditions: [],
  };
  expect(ofKind(webhook, "custom-event")).toMatchObject({ contactType: "customerId", contact: "$(customEvent.waId)" });
});

test("It is true that every kind is known again, and has something to look at", () => {
  for (const kind of triggerKinds) {
    expect(kindOf(ofKind(null, kind))).toBe(kind);
    expect(variableOf(kind)).toMatch(/^\$\(.+\)$/);
  }
});

import type { TemplateMessage } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { templateWireForm } from "./template.ts";

const message: TemplateMessage = {
  type: "template",
  name: "order_confirmation",
  language: "en_US",
  header: { type: "none" },
  body: [],
  buttons: [],
};
const template = { name: "order_confirmation", language: { code: "en_US", policy: "deterministic" } };
const withComponents = (...components: object[]) => ({ type: "template", template: { ...template, components } });

describe("a message made of a template", () => {
  test("is written without components where it brings nothing", () => {
    expect(templateWireForm(message)).toEqual({ type: "template", template });
  });

  test("is written with its parameters in their order", () => {
    const body: TemplateMessage["body"] = [
      { type: "text", name: "", text: "Pablo" },
      { type: "currency", name: "", code: "USD", amount1000: 100_990, fallback: "$100.99" },
      { type: "date-time", name: "", timestamp: 225_732_780, fallback: "February 25, 1977" },
    ];
    expect(templateWireForm({ ...message, body })).toEqual(
      withComponents({
        type: "body",
        parameters: [
          { type: "text", text: "Pablo" },
          { type: "currency", currency: { fallback_value: "$100.99", code: "USD", amount_1000: 100_990 } },
          {
            type: "date_time",
            date_time: {
              fallback_value: "February 25, 1977",
              ...{ day_of_week: 5, year: 1977, month: 2, day_of_month: 25, hour: 15, minute: 33 },
              calendar: "GREGORIAN",
            },
          },
        ],
      }),
    );
  });

  test("names its parameters where the template has names for them", () => {
    const parameter = { type: "text", name: "first_name", text: "Pablo" } as const;
    const named = [{ type: "text", parameter_name: "first_name", text: "Pablo" }];
    expect(templateWireForm({ ...message, header: { type: "text", parameter }, body: [parameter] })).toEqual(
      withComponents({ type: "header", parameters: named }, { type: "body", parameters: named }),
    );
    const fallback = "€1";
    const amount = { type: "currency", name: "price", code: "EUR", amount1000: 1000, fallback } as const;
    expect(templateWireForm({ ...message, body: [amount] })).toMatchObject(
      withComponents({ type: "body", parameters: [{ type: "currency", parameter_name: "price" }] }),
    );
  });

  test.each(["image", "video", "document"] as const)("has %s for its header", (kind) => {
    const fileName = kind === "document" ? "a.pdf" : "";
    const source = { type: "link", url: "https://example.com/a" } as const;
    const file = { link: "https://example.com/a", ...(kind === "document" ? { filename: "a.pdf" } : {}) };
    expect(templateWireForm({ ...message, header: { type: "media", media: { kind, source, fileName } } })).toEqual(
      withComponents({ type: "header", parameters: [{ type: kind, [kind]: file }] }),
    );
  });

  test("has a place for its header", () => {
    const place = { latitude: 52.37, longitude: 4.89, name: "Dam", address: "" };
    expect(templateWireForm({ ...message, header: { type: "location", place } })).toEqual(
      withComponents({
        type: "header",
        parameters: [{ type: "location", location: { latitude: 52.37, longitude: 4.89, name: "Dam" } }],
      }),
    );
  });

  test("has a component for each value of a button, and a one-time password opens its button like a link", () => {
    const buttons: TemplateMessage["buttons"] = [
      { type: "quick-reply", index: 0, payload: "P1" },
      { type: "url", index: 1, suffix: "orders/1?a=b" },
      { type: "copy-code", index: 2, code: "25OFF" },
      { type: "otp", index: 9, code: "J$FpnYnP" },
    ];
    const component = (index: string, sub_type: string, parameter: object) => ({
      ...{ type: "button", sub_type, index },
      parameters: [parameter],
    });
    expect(templateWireForm({ ...message, buttons })).toEqual(
      withComponents(
        component("0", "quick_reply", { type: "payload", payload: "P1" }),
        component("1", "url", { type: "text", text: "orders/1?a=b" }),
        component("2", "copy_code", { type: "coupon_code", coupon_code: "25OFF" }),
        component("9", "url", { type: "text", text: "J$FpnYnP" }),
      ),
    );
  });
});

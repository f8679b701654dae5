import type { ListMessage } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import { listWireForm } from "./list.ts";

const list: ListMessage = {
  type: "list",
  header: "Shipping",
  body: "How shall we send it?",
  footer: "Prices with tax",
  button: "Ways",
  sections: [
    { title: "Fast", rows: [{ id: "express", title: "Express", description: "Next day" }] },
    { title: "Slow", rows: [{ id: "mail", title: "Mail", description: "" }] },
  ],
};

describe("a list message", () => {
  test("is written with its sections and rows in their order", () => {
    expect(listWireForm(list)).toEqual({
      type: "interactive",
      interactive: {
        type: "list",
        header: { type: "text", text: "Shipping" },
        body: { text: "How shall we send it?" },
        footer: { text: "Prices with tax" },
        action: {
          button: "Ways",
          sections: [
            { title: "Fast", rows: [{ id: "express", title: "Express", description: "Next day" }] },
            { title: "Slow", rows: [{ id: "mail", title: "Mail" }] },
          ],
        },
      },
    });
  });

  test("is written without header, footer and section title where they are empty", () => {
    const rows = [{ id: "a", title: "A", description: "" }];
    expect(listWireForm({ ...list, header: "", footer: "", sections: [{ title: "", rows }] })).toEqual({
      type: "interactive",
      interactive: {
        type: "list",
        body: { text: "How shall we send it?" },
        action: { button: "Ways", sections: [{ rows: [{ id: "a", title: "A" }] }] },
      },
    });
  });
});

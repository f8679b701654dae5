import { expect, test } from "vitest";
import { curlOf, eventCall, namesRead, webhookCall } from "./curl.ts";

test("It is true that a call can be pasted into a shell, whatever stands in it", () => {
  const call = { url: "https://example.com/a?b=1&c=2", headers: { "x-key": "it's" }, body: { text: "$(x) 'y'" } };
  expect(curlOf(call)).toBe(
    [
      "curl -X POST 'https://example.com/a?b=1&c=2' \\",
      "  -H 'content-type: application/json' \\",
      "  -H 'x-key: it'\\''s' \\",
      `  -d '{"text":"$(x) '\\''y'\\''"}'`,
    ].join("\n"),
  );
});

test("It is true that a call of the events API has what the flow reads, and the token only where one is needed", () => {
  const about = { origin: "http://localhost:4280", event: "order.paid", parameters: ["orderId", "waId"] };
  expect(eventCall({ ...about, isTokenNeeded: false })).toEqual({
    url: "http://localhost:4280/api/events",
    headers: {},
    body: { event: "order.paid", parameters: { orderId: "…", waId: "31612345678" } },
  });
  expect(eventCall({ ...about, event: "", isTokenNeeded: true })).toMatchObject({
    headers: { authorization: "Bearer <admin token>" },
    body: { event: "my.event" },
  });
});

test("It is true that the parameters are those that expressions read, each once", () => {
  const texts = ["$(customEvent.waId)", "$(customEvent.order.id) $(customEvent.waId)", "$(other.x) $(customEvent)"];
  expect(namesRead(texts, "customEvent")).toEqual(["waId", "order"]);
});

test("It is true that a call of a webhook has its key and the values that the fields read", () => {
  const about = { origin: "https://a.example", path: "/webhooks/in/x", secret: undefined };
  expect(webhookCall({ ...about, fields: ["order.id", "$.order.phone", "items[0].sku", "paid"] })).toEqual({
    url: "https://a.example/webhooks/in/x",
    headers: { "x-parley-key": "<secret>" },
    body: { order: { id: "…", phone: "31612345678" }, paid: "…" },
  });
  expect(webhookCall({ ...about, secret: "s3", fields: [] })).toMatchObject({ headers: { "x-parley-key": "s3" } });
});

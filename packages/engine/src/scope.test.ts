import type { Json } from "@parley/messaging";
import { expect, test } from "vitest";
import { scopeOf } from "./scope.ts";
import { acceptSend, newSend } from "./send-record.ts";

const scope = scopeOf({
  variables: { word: "hi", order: { items: [{ sku: "B-1" }] } },
  outputs: {
    n2: { whatsapp: { waId: "31612345678", message: "Hi" } },
    n5: { whatsapp: { waId: "31612345679" } },
    n6: { http: { statusCode: 200 }, businessHours: { timeToNext: 0 } },
  },
  latest: { whatsapp: "n5", send: "n3", http: "n6", businessHours: "n6" },
  sends: { n3: acceptSend(newSend("c1-2", 1000), "wamid.1"), n4: newSend("c1-3", 2000) },
});

test.each([
  ["word", "hi"],
  ["order.items.0.sku", "B-1"],
  ["order.items.length", 1],
  ["whatsapp.waId", "31612345679"],
  ["whatsapp.whatsappId", "31612345679"],
  ["n2.whatsapp.whatsappId", "31612345678"],
  ["send.gatewayTid", "c1-2"],
  ["n4.send.gatewayTid", "c1-3"],
  ["http.statusCode", 200],
  ["https.statusCode", 200],
  ["n6.https.statusCode", 200],
  ["socialHour.timeToNext", 0],
  ["n2.whatsapp", { waId: "31612345678", message: "Hi" }],
] as [string, Json][])("$(%s) is found", (path, value) => {
  expect(scope(path.split("."))).toEqual(value);
});

test.each([
  "nothing",
  "word.length",
  "whatsapp.message",
  "receive.message",
  "n2",
  "n2.send.gatewayTid",
  "n9.whatsapp.waId",
  "send.messageId.length",
  "n4.send.messageId",
  "https.body",
  "n5.https.statusCode",
  "constructor",
  "__proto__",
  "toString",
  "order.constructor.name",
  "order.__proto__",
  "order.items.map",
  "n2.constructor",
  "n2.__proto__",
  "n2.whatsapp.constructor",
  "whatsapp.__proto__",
  "send.hasOwnProperty",
])("$(%s) is missing", (path) => {
  expect(scope(path.split("."))).toBeUndefined();
});

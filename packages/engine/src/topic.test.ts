import { expect, test } from "vitest";
import { contactTopic, customEventTopic, topicsOfContact, topicsOfSignal } from "./topic.ts";

test("a custom event touches a topic for each of its parameters that a resume key can be compared with", () => {
  const parameters = { order: 7, word: "yes", isPaid: true, list: [1], nothing: null, object: {} };
  const topics = topicsOfSignal({ type: "custom-event", id: "s1", event: "paid", correlationId: "", parameters });
  expect(topics).toEqual([
    customEventTopic("paid", "order", "7"),
    customEventTopic("paid", "word", "yes"),
    customEventTopic("paid", "isPaid", "true"),
  ]);
});

test("a webhook touches none", () => {
  expect(topicsOfSignal({ type: "webhook", id: "s1", webhookId: "orders", body: { order: 7 } })).toEqual([]);
});

test("a message touches one topic for each identity of its sender", () => {
  expect(topicsOfContact("app1", { waId: "31612345678", bsuid: "NL.7" })).toEqual([
    contactTopic("app1", "wa:31612345678"),
    contactTopic("app1", "bs:NL.7"),
  ]);
});

test("no event, key and value have the topic of others", () => {
  const topics = [
    customEventTopic("paid", "a", "b,c"),
    customEventTopic("paid", "a,b", "c"),
    customEventTopic("paid.a", "b", "c"),
    contactTopic("paid", "wa:1"),
  ];
  expect(new Set(topics).size).toBe(topics.length);
});

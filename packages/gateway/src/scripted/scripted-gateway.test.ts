import { describe, expect, test } from "vitest";
import type { GatewayAnswer } from "../gateway.ts";
import { requestWith } from "../send-request.test-support.ts";
import { createScriptedGateway } from "./scripted-gateway.ts";

const { signal } = new AbortController();

describe("a scripted gateway", () => {
  test("accepts every message without a script, and remembers it", async () => {
    const gateway = createScriptedGateway();
    const contact = { waId: "16505551234" };
    expect(await gateway.send(requestWith("a"), signal)).toEqual({
      type: "accepted",
      messageId: "scripted.1",
      contact,
    });
    expect(await gateway.send(requestWith("b"), signal)).toEqual({
      type: "accepted",
      messageId: "scripted.2",
      contact,
    });
    expect(gateway.sent.map(({ sendKey }) => sendKey)).toEqual(["a", "b"]);
  });

  test("gives a mark that a message was read no id", async () => {
    const gateway = createScriptedGateway();
    const message = { type: "read-mark", messageId: "written.1", showsTyping: true } as const;
    expect(await gateway.send({ ...requestWith("a"), message }, signal)).toEqual({
      type: "accepted",
      contact: { waId: "16505551234" },
    });
    expect(await gateway.send(requestWith("b"), signal)).toMatchObject({ messageId: "scripted.1" });
  });

  test("answers from the queue until it is used up, and leaves the caller's queue alone", async () => {
    const queue: GatewayAnswer[] = [{ type: "retryable", reason: "busy" }];
    const gateway = createScriptedGateway(queue);
    expect(await gateway.send(requestWith("a"), signal)).toEqual({ type: "retryable", reason: "busy" });
    expect(await gateway.send(requestWith("a"), signal)).toMatchObject({ type: "accepted", messageId: "scripted.1" });
    expect(queue).toHaveLength(1);
  });

  test("tells a script the attempt of each send key", async () => {
    const seen: string[] = [];
    const gateway = createScriptedGateway(({ sendKey }, attempt) => {
      seen.push(`${sendKey} ${attempt}`);
      return { type: "ambiguous", reason: "lost" };
    });
    for (const sendKey of ["a", "b", "a"]) await gateway.send(requestWith(sendKey), signal);
    expect(seen).toEqual(["a 1", "b 1", "a 2"]);
  });

  test("has sent nothing when it was aborted before it began", async () => {
    const gateway = createScriptedGateway();
    expect(await gateway.send(requestWith("a"), AbortSignal.abort())).toMatchObject({ type: "retryable" });
    expect(gateway.sent).toEqual([]);
  });

  test("is ambiguous when it is aborted while the script waits", async () => {
    const controller = new AbortController();
    const gateway = createScriptedGateway(() => new Promise(() => undefined));
    const answer = gateway.send(requestWith("a"), controller.signal);
    controller.abort();
    expect(await answer).toMatchObject({ type: "ambiguous" });
    expect(gateway.sent).toHaveLength(1);
  });

  test("rejects with the error of a script that throws", async () => {
    const gateway = createScriptedGateway(() => {
      throw new Error("the test is wrong");
    });
    await expect(gateway.send(requestWith("a"), signal)).rejects.toThrow("the test is wrong");
  });

  test("reads updates as they are, and never throws", () => {
    const gateway = createScriptedGateway();
    const receipt = {
      type: "receipt",
      phoneNumberId: "106540352242922",
      receipt: { messageId: "scripted.1", status: "read", at: 1 },
    };
    const optIn = { status: "opted-out", at: 1, source: "provider", evidence: "In WhatsApp" };
    const consent = { type: "consent", phoneNumberId: "106540352242922", contact: { waId: "16505551234" }, optIn };
    expect(gateway.parse({ updates: [receipt, consent] }).updates).toEqual([receipt, consent]);
    expect(gateway.parse({ updates: [receipt, 7, { type: "other" }] }).updates).toEqual([
      receipt,
      { type: "ignored", reason: "updates[1] is not an update.", payload: 7 },
      { type: "ignored", reason: "updates[2] is not an update.", payload: { type: "other" } },
    ]);
    for (const body of [null, 1, "x", [], {}, { updates: {} }]) {
      expect(gateway.parse(body).updates).toEqual([
        { type: "ignored", reason: "body.updates is not a list.", payload: body },
      ]);
    }
  });
});

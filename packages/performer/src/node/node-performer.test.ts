import type { Task } from "@parley/flow";
import { openSealed } from "@parley/messaging";
import { describe, expect, test } from "vitest";
import type { PerformedTask } from "../performer.ts";
import { answer, closings, startServer } from "./customer-server.test-support.ts";
import { createNodePerformer, type NodePerformer } from "./node-performer.ts";

const seal = (secret: string) => Buffer.from(secret).toString("base64url");
const open = (sealed: string) => Buffer.from(sealed, "base64url").toString();

function makePerformer(allowsPrivateUrls = true): NodePerformer {
  const performer = createNodePerformer({ allowsPrivateUrls, seal, open, digestKey: Buffer.alloc(32, 7) });
  closings.push(() => performer.close());
  return performer;
}

function perform(performer: NodePerformer, task: PerformedTask, signal = new AbortController().signal) {
  return performer.perform(task, { key: "key-1", signal });
}

const script: PerformedTask = {
  type: "evaluate",
  script: "city = city.toUpperCase(); city.length",
  variables: { city: "Lyon" },
  outputs: {},
  timeMs: 50,
  memoryBytes: 16 * 1024 * 1024,
};

function requestTo(url: string): PerformedTask {
  return {
    type: "http-request",
    method: "GET",
    url,
    headers: [],
    connectTimeoutMs: 1_000,
    requestTimeoutMs: 1_000,
    retries: 0,
    retryAfterMs: 100,
    retryOn: [],
    responseFormat: "json",
    fields: [{ name: "id", path: "id" }],
  };
}

describe("It is true that every task is done", { timeout: 60_000 }, () => {
  test("a script", async () => {
    const performer = makePerformer();
    expect(await perform(performer, script)).toEqual({
      type: "done",
      values: { result: 4, variables: { city: "LYON" } },
    });
    expect(await performer.checkScript("1 +")).toMatchObject({ line: 1, column: 4 });
    expect(await performer.checkScript("1 + 1")).toBeUndefined();
  });

  test("a request", async () => {
    const { origin } = await startServer({ "/": answer(200, {}, '{"id":7}') });
    expect(await perform(makePerformer(), requestTo(`${origin}/`))).toMatchObject({
      type: "done",
      values: { statusCode: 200, fields: { id: 7 } },
    });
    expect(await perform(makePerformer(false), requestTo(`${origin}/`))).toMatchObject({
      type: "failed",
      reason: expect.stringContaining("leads where no request goes"),
    });
  });

  test("reading data", async () => {
    const fields = [{ name: "id", path: "o.@id" }];
    const task: Task = { type: "parse-data", format: "xml", text: "<o id='7'/>", fields };
    expect(await perform(makePerformer(), task)).toEqual({ type: "done", values: { id: "7" } });
  });

  test("making and comparing a one-time password", async () => {
    const performer = makePerformer();
    const made = await perform(performer, { type: "generate-otp", format: "alphanumeric", length: 8 });
    expect(made).toMatchObject({ type: "done" });
    const { sealed = "", digest = "" } = made.type === "done" ? (made.values as Record<string, string>) : {};
    const code = openSealed(sealed, open);
    expect(code).toMatch(/^[A-Z2-9]{8}$/);
    const compare = (typed: string) => perform(performer, { type: "validate-otp", digest, code: typed });
    expect(await compare(code.toLowerCase())).toEqual({ type: "done", values: { isRight: true } });
    expect(await compare(`${code}X`)).toEqual({ type: "done", values: { isRight: false } });
  });
});

test("It is true that what is broken off before it begins is not begun", async () => {
  const controller = new AbortController();
  controller.abort();
  expect(await perform(makePerformer(), script, controller.signal)).toEqual({
    type: "timed-out",
    reason: "The work was broken off before it began.",
  });
});

test("It is true that nothing is done after the close", async () => {
  const performer = makePerformer();
  await performer.close();
  expect(await perform(performer, script)).toMatchObject({ type: "failed", reason: expect.stringContaining("closed") });
  expect(await perform(performer, requestTo("http://a.example/"))).toMatchObject({
    type: "failed",
    reason: expect.stringContaining("closed"),
  });
});

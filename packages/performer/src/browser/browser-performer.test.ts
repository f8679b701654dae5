import { Worker } from "node:worker_threads";
import type { Task } from "@parley/flow";
import { openSealed } from "@parley/messaging";
import { afterEach, describe, expect, test } from "vitest";
import type { PerformedTask } from "../performer.ts";
import type { StartScriptWorker } from "../script/script-worker.ts";
import { type BrowserPerformer, createBrowserPerformer } from "./browser-performer.ts";

const performers: BrowserPerformer[] = [];
afterEach(() => {
  for (const performer of performers.splice(0)) performer.close();
});

/** Node has no web workers; its threads say the same. */
const startThread: StartScriptWorker = (tell) => {
  const worker = new Worker(new URL("../node/script-thread-main.ts", import.meta.url));
  worker.on("message", tell);
  return { say: (job) => worker.postMessage(job), end: () => void worker.terminate() };
};

/** A browser's `fetch`, as far as the test says. */
type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

function makePerformer(fetch: Fetch = () => Promise.reject(new TypeError("Failed to fetch"))): BrowserPerformer {
  const performer = createBrowserPerformer({ startWorker: startThread, fetch: fetch as typeof globalThis.fetch });
  performers.push(performer);
  return performer;
}

function perform(performer: BrowserPerformer, task: PerformedTask, signal = new AbortController().signal) {
  return performer.perform(task, { key: "key-1", signal });
}

function requestTo(url: string, more: Partial<PerformedTask & { type: "http-request" }> = {}): PerformedTask {
  return {
    type: "http-request",
    method: "POST",
    url,
    headers: [{ name: "x-mine", value: "1" }],
    body: "body",
    connectTimeoutMs: 1_000,
    requestTimeoutMs: 1_000,
    retries: 0,
    retryAfterMs: 10,
    retryOn: ["5xx"],
    responseFormat: "json",
    fields: [{ name: "id", path: "id" }],
    ...more,
  };
}

describe("It is true that the preview asks servers", () => {
  test("without the browser's cookies, and gives their answer", async () => {
    const asked: [string, RequestInit][] = [];
    const performer = makePerformer(async (url, init) => {
      asked.push([url.href, init]);
      return new Response('{"id":7}', { status: 201, statusText: "Created", headers: { "X-Count": "3" } });
    });
    expect(await perform(performer, requestTo("https://api.example/orders"))).toEqual({
      type: "done",
      values: {
        statusCode: 201,
        statusText: "Created",
        responseBody: '{"id":7}',
        responseHeaders: { "content-type": "text/plain;charset=UTF-8", "x-count": "3" },
        fields: { id: 7 },
      },
    });
    expect(asked).toMatchObject([
      [
        "https://api.example/orders",
        {
          method: "POST",
          headers: [["x-mine", "1"]],
          body: "body",
          credentials: "omit",
          referrerPolicy: "no-referrer",
        },
      ],
    ]);
  });

  test("and says so where the browser does not let it, once", async () => {
    let times = 0;
    const performer = makePerformer(() => {
      times += 1;
      return Promise.reject(new TypeError("Failed to fetch"));
    });
    expect(await perform(performer, requestTo("https://api.example/orders?key=1", { retries: 3 }))).toEqual({
      type: "failed",
      reason:
        'The preview could not ask "https://api.example": browsers let a page ask only where its own server permits it and the other one too (CSP, CORS), or it cannot be reached. A live flow asks from the server, which has no such limit.',
    });
    expect(times).toBe(1);
  });

  test("again where the task says so", async () => {
    const answers = [503, 200];
    const performer = makePerformer(async () => new Response("{}", { status: answers.shift() ?? 500 }));
    expect(await perform(performer, requestTo("https://api.example/", { retries: 1 }))).toMatchObject({
      values: { statusCode: 200 },
    });
  });

  test("as long as the task says", async () => {
    const performer = makePerformer(
      (_url, { signal }) => new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason))),
    );
    expect(await perform(performer, requestTo("https://api.example/", { requestTimeoutMs: 50 }))).toEqual({
      type: "timed-out",
      reason: "The server gave no whole answer within 50 ms.",
    });
    const controller = new AbortController();
    const asked = perform(performer, requestTo("https://api.example/"), controller.signal);
    controller.abort();
    expect(await asked).toEqual({ type: "timed-out", reason: "The request was broken off." });
  });

  test("and takes no long answer", async () => {
    const performer = makePerformer(async () => new Response("x".repeat(1024 * 1024 + 1)));
    expect(await perform(performer, requestTo("https://api.example/"))).toEqual({
      type: "failed",
      reason: "The answer is longer than 1 MB and was not taken.",
    });
  });

  test.each([
    ["api.example", 'The URL "api.example" is no URL.'],
    ["ftp://api.example/?key=1", 'The URL "ftp://api.example/" is neither http nor https.'],
    ["https://a:b@api.example/", 'The URL "https://api.example" holds a user name or a password.'],
  ])("but not %s", async (url, reason) => {
    expect(await perform(makePerformer(), requestTo(url))).toEqual({ type: "failed", reason });
  });

  test("with headers that are none refused", async () => {
    const headers = [{ name: "x-a", value: "1\r\nx: 2" }];
    expect(await perform(makePerformer(), requestTo("https://api.example/", { headers }))).toMatchObject({
      type: "failed",
      reason: expect.stringContaining("the end of a line"),
    });
  });
});

describe("It is true that the preview has one-time passwords of its own", () => {
  test("which it opens and compares", async () => {
    const performer = makePerformer();
    const made = await perform(performer, { type: "generate-otp", format: "alphabetic", length: 6 });
    const { sealed = "", digest = "" } = made.type === "done" ? (made.values as Record<string, string>) : {};
    const code = openSealed(sealed, performer.open);
    expect(code).toMatch(/^[A-Z]{6}$/);
    expect(sealed + digest).not.toContain(code);
    const compare = (typed: string) => perform(performer, { type: "validate-otp", digest, code: typed });
    expect(await compare(code.toLowerCase())).toEqual({ type: "done", values: { isRight: true } });
    expect(await compare("x")).toEqual({ type: "done", values: { isRight: false } });
    expect(await perform(makePerformer(), { type: "validate-otp", digest, code })).toMatchObject({ type: "failed" });
    expect(makePerformer().open("anything")).toBeUndefined();
  });

  test("which go out open", async () => {
    let sent: unknown;
    const performer = makePerformer(async (_url, { body }) => {
      sent = body;
      return new Response("{}");
    });
    const made = await perform(performer, { type: "generate-otp", format: "numeric", length: 6 });
    const { sealed = "" } = made.type === "done" ? (made.values as Record<string, string>) : {};
    await perform(performer, requestTo("https://api.example/", { body: `code=${sealed}` }));
    expect(sent).toMatch(/^code=\d{6}$/);
  });
});

test("It is true that the preview reads data", async () => {
  const task: Task = { type: "parse-data", format: "json", text: '{"a":[1]}', fields: [{ name: "a", path: "a[0]" }] };
  expect(await perform(makePerformer(), task)).toEqual({ type: "done", values: { a: 1 } });
});

test("It is true that the preview runs scripts in a worker, until it is closed", { timeout: 60_000 }, async () => {
  const performer = makePerformer();
  const script: PerformedTask = {
    type: "evaluate",
    script: "city = city + '!'; city.length",
    variables: { city: "Lyon" },
    outputs: {},
    timeMs: 500,
    memoryBytes: 16 * 1024 * 1024,
  };
  expect(await perform(performer, script)).toEqual({
    type: "done",
    values: { result: 5, variables: { city: "Lyon!" } },
  });
  performer.close();
  expect(await perform(performer, script)).toMatchObject({ type: "failed", reason: expect.stringContaining("closed") });
});

describe("It is true that the preview posts", () => {
  const report = { url: "https://api.example/", headers: { "content-type": "application/json" }, body: "{}" };

  test("and tells the status", async () => {
    const performer = makePerformer(async () => new Response("", { status: 202 }));
    expect(await performer.post(report, new AbortController().signal)).toEqual({ type: "answered", status: 202 });
  });

  test("as far as the browser lets it", async () => {
    expect(await makePerformer().post(report, new AbortController().signal)).toEqual({
      type: "failed",
      reason: "The preview could not post it; a live flow posts from the server.",
    });
  });
});

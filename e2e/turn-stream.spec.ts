import { expect } from "@playwright/test";
import { echoFlow, flowOf, send, test } from "@parley/testing/processes";

/** Server-sent events as they come. */
async function* listen(url: string, signal: AbortSignal): AsyncGenerator<{ name: string; data: unknown }> {
  const response = await fetch(url, { signal });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  let text = "";
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (text + piece).split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      if (name !== undefined) yield { name, data: JSON.parse(data ?? "") };
      else yield { name: "other", data: block };
    }
  }
}

test("who listens to a flow hears of its turns as they happen, and of no other's", async ({ world }) => {
  const { api, url } = world.server;
  const spoken = { startsOn: [{ variable: "$(whatsapp.message)", operator: "equals", value: "other" }] };
  await api.goLive(flowOf({ id: "other", ...spoken, nodes: { n3: send("Other") } }));
  await api.goLive(echoFlow());
  const end = new AbortController();
  const events = listen(`${url}/api/turns?flowId=echo`, end.signal);
  expect((await events.next()).value).toMatchObject({ name: "other", data: expect.stringMatching(/^retry: \d+$/) });

  const stranger = world.phone("31622222222");
  await stranger.write("other");
  await stranger.expectReply("Other");
  await world.phone("31612345678").write("hello");
  const first = { flowId: "echo", flowVersion: 1, waId: "5678", status: "live" };
  expect((await events.next()).value).toMatchObject({
    name: "turn",
    data: { ...first, event: "conversation-started", left: [{ nodeId: "n2", outcome: "onBegin" }], nodeId: "n3" },
  });
  expect((await events.next()).value).toMatchObject({
    name: "turn",
    data: { ...first, event: "send-accepted", left: [{ nodeId: "n3", outcome: "onSuccess" }], nodeId: "n4" },
  });
  end.abort();
});

test("a stop ends the streams, and does not wait for who listens", async ({ world }) => {
  const { server } = world;
  const events = listen(`${server.url}/api/turns`, new AbortController().signal);
  await events.next();
  const rest = Array.fromAsync(events);
  expect(await server.stop()).toEqual({ code: 0, signal: null });
  expect(await rest).toEqual([]);
});

test("only so many listen at once, and a place is free again when one goes", async ({ world }) => {
  const { url } = world.server;
  const open = async () => {
    const end = new AbortController();
    return { status: (await fetch(`${url}/api/turns`, { signal: end.signal })).status, end };
  };
  const all = await Promise.all(Array.from({ length: 51 }, open));
  const answered = (wanted: number) => all.filter(({ status }) => status === wanted).length;
  expect([answered(200), answered(503)]).toEqual([50, 1]);
  for (const { end } of all.slice(0, 25)) end.abort();
  await expect.poll(async () => (await open()).status).toBe(200);
  for (const { end } of all) end.abort();
});

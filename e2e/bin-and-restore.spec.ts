import { expect } from "@playwright/test";
import { askJson, echoFlow, type Question, test } from "@parley/testing/processes";

test("a flow in the bin starts nothing, lets its conversations go on, keeps its id, and comes back as it was", async ({
  world,
}) => {
  const { api, url } = world.server;
  const ask = (path: string, question?: Question) => askJson(`${url}/api/flows${path}`, question);
  const early = world.phone("31611111111");
  const late = world.phone("31622222222");
  await api.goLive(echoFlow());
  await early.write("hello");
  await early.expectReply("You wrote: hello");

  expect(await ask("/echo", { method: "DELETE" })).toMatchObject({
    status: 409,
    body: { error: { code: "conflict", message: expect.stringContaining("pause it first") } },
  });
  await ask("/echo/pause", { method: "POST" });
  const deleted = await ask("/echo", { method: "DELETE" });
  expect(deleted).toMatchObject({ status: 200, body: { deletedAt: expect.any(Number) } });
  expect(await ask("/echo", { method: "DELETE" })).toEqual(deleted);

  // Whatever is asked of it: to be resumed is not to leave the bin.
  await ask("/echo/resume", { method: "POST" });
  await late.write("is anybody there?");
  await early.write("still here");
  await early.expectReply("You wrote: still here");
  expect(await ask("")).toMatchObject({ body: { flows: [{ id: "echo", ...(deleted.body as object) }] } });
  expect(await ask("/echo/versions/1")).toMatchObject({ status: 200, body: { flow: { id: "echo" } } });

  const draft = echoFlow();
  for (const [path, question] of [
    ["", { method: "POST", body: { draft } }],
    ["/echo/draft", { method: "PUT", body: { draft, revision: 1 } }],
    ["/echo/versions", { method: "POST", body: { revision: 1 } }],
  ] as const) {
    expect(await ask(path, question)).toMatchObject({
      status: 409,
      body: { error: { message: expect.stringContaining("in the bin") } },
    });
  }

  expect(await ask("/echo/restore", { method: "POST" })).toMatchObject({
    status: 200,
    body: { id: "echo", revision: 1 },
  });
  await late.write("finally");
  await late.expectReply("You wrote: finally");
  expect(await ask("/echo")).toMatchObject({ body: { draft: { id: "echo" }, liveVersion: 1 } });
  expect((await ask("/echo")).body).not.toHaveProperty("deletedAt");
});

test("a flow that was never live goes to the bin at once, and one that does not exist never", async ({ world }) => {
  const { url } = world.server;
  await askJson(`${url}/api/flows`, { method: "POST", body: { draft: echoFlow() } });
  expect(await askJson(`${url}/api/flows/echo`, { method: "DELETE" })).toMatchObject({ status: 200 });
  for (const [path, method] of [
    ["", "DELETE"],
    ["/restore", "POST"],
  ] as const) {
    expect(await askJson(`${url}/api/flows/nothing${path}`, { method })).toMatchObject({ status: 404 });
  }
});

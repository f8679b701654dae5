import { expect } from "@playwright/test";
import { askJson, echoFlow, test } from "@parley/testing/processes";

test("a paused flow starts no conversation, keeps those that run, and stays paused through a restart", async ({
  world,
}) => {
  const { server } = world;
  const act = (action: string) => askJson(`${server.url}/api/flows/echo/${action}`, { method: "POST" });
  const early = world.phone("31611111111");
  const late = world.phone("31622222222");
  await server.api.goLive(echoFlow());
  await early.write("hello");
  await early.expectReply("You wrote: hello");

  expect(await act("pause")).toMatchObject({ status: 200, body: { id: "echo", isPaused: true, liveConversations: 1 } });
  await late.write("is anybody there?");
  await early.write("still here");
  await early.expectReply("You wrote: still here");

  expect(await server.stop()).toEqual({ code: 0, signal: null });
  await server.start();
  expect(await askJson(`${server.url}/api/flows`)).toMatchObject({
    body: { flows: [{ id: "echo", liveVersion: 1, isPaused: true, liveConversations: 1, nodeCount: 4 }] },
  });
  await late.write("and now?");
  await early.write("after the restart");
  await early.expectReply("You wrote: after the restart");

  expect(await act("resume")).toMatchObject({ status: 200, body: { isPaused: false } });
  await late.write("finally");
  await late.expectReply("You wrote: finally");
  await expect
    .poll(world.stories)
    .toMatchObject([{ waId: early.waId }, { waId: late.waId, way: ["n2.onBegin", "n3.onSuccess"] }]);
  expect(await askJson(`${server.url}/api/flows`)).toMatchObject({ body: { flows: [{ liveConversations: 2 }] } });
});

test("a version made live while the flow is paused waits for it to be resumed", async ({ world }) => {
  const { api, url } = world.server;
  const act = (action: string) => askJson(`${url}/api/flows/echo/${action}`, { method: "POST" });
  expect(await act("pause")).toMatchObject({ status: 404 });
  await askJson(`${url}/api/flows`, { method: "POST", body: { draft: echoFlow() } });
  expect(await act("pause")).toMatchObject({ status: 409, body: { error: { message: /never made live/ } } });

  const makeLive = () => askJson(`${url}/api/flows/echo/versions`, { method: "POST", body: { revision: 1 } });
  expect(await makeLive()).toMatchObject({ body: { version: 1, isPaused: false } });
  await act("pause");
  expect(await makeLive()).toMatchObject({ body: { version: 2, isPaused: true } });
  const phone = world.phone();
  await phone.write("too early");
  await expect.poll(async () => (await api.status()).eventsTaken).toBeGreaterThan(0);
  await act("resume");
  await phone.write("in time");
  await phone.expectReply("You wrote: in time");
  expect(await world.stories()).toMatchObject([{ flowVersion: 2 }]);
});

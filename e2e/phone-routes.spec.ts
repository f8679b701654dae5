import { expect } from "@playwright/test";
import {
  askJson,
  makeDataFolder,
  type Question,
  startOwnWorld,
  startServer,
  startSimulator,
  test,
} from "@parley/testing/processes";

test("the phone of the designer talks to the example through the server", async () => {
  await using data = await makeDataFolder();
  await using server = await startOwnWorld({ dataDir: data.path });
  const { url } = server;
  const ask = (path: string, question?: Question) => askJson(`${url}/api${path}`, question);
  const phone = (method: string, path: string, body?: unknown) => ask(`/phone/31612345678${path}`, { method, body });
  const entries = async (after = 0) => {
    const { body } = await phone("GET", `/chat?appId=example&after=${after}`);
    return (body as { entries: { sequence: number; direction: string; text: string; status: string }[] }).entries;
  };

  expect(await ask("/status")).toMatchObject({
    body: { simulator: true, apps: [{ id: "example", name: "example", phoneNumber: "+15550783881" }] },
  });
  expect(await phone("PATCH", "", { name: "Ann", deliverAfterMs: 0, readAfterMs: 0 })).toMatchObject({
    body: { name: "Ann", hasReadReceipts: true, isOffline: false },
  });
  expect(await phone("POST", "/messages", { appId: "example", text: "hello" })).toMatchObject({
    status: 200,
    body: { id: expect.stringMatching(/^wamid\./) },
  });
  await expect.poll(entries).toMatchObject([
    { direction: "in", text: "hello", status: "delivered" },
    { direction: "out", text: expect.stringContaining("Hi Ann"), status: "read" },
  ]);
  const last = Math.max(...(await entries()).map(({ sequence }) => sequence));
  expect(await entries(last)).toEqual([]);

  expect(await phone("PATCH", "", { isOffline: true })).toMatchObject({ body: { name: "Ann", isOffline: true } });
  for (const [path, body] of [
    ["/phone/12/messages", { appId: "example", text: "x" }],
    ["/phone/31612345678/messages", { appId: "example", text: "" }],
    ["/phone/31612345678/messages", { appId: "example", text: "x".repeat(4_097) }],
  ] as const) {
    expect(await ask(path, { method: "POST", body })).toMatchObject({ status: 400 });
  }
  expect(await phone("POST", "/messages", { appId: "nobody", text: "x" })).toMatchObject({ status: 404 });
  expect(await phone("PATCH", "", { colour: "red" })).toMatchObject({ status: 400 });
});

test("on the phone of the designer a person presses, chooses, sends and comes by an advertisement", async () => {
  await using data = await makeDataFolder();
  await using server = await startOwnWorld({ dataDir: data.path });
  const path = `${server.url}/api/phone/31612345678`;
  const does = (body: object) => askJson(`${path}/messages`, { method: "POST", body: { appId: "example", ...body } });
  const newest = async () => {
    const { body } = await askJson(`${path}/chat?appId=example`);
    return (body as { entries: { direction: string; message: unknown }[] }).entries
      .filter(({ direction }) => direction === "in")
      .at(-1)?.message;
  };
  for (const [writing, message] of [
    [
      { content: { type: "button-reply", id: "yes", title: "Yes" }, contextId: "wamid.1" },
      { context: { id: "wamid.1" }, interactive: { button_reply: { id: "yes", title: "Yes" } } },
    ],
    [
      { content: { type: "list-reply", id: "r1", title: "Row", description: "The first" } },
      { interactive: { list_reply: { id: "r1", description: "The first" } } },
    ],
    [{ content: { type: "postback", payload: "P1", text: "Thanks" } }, { button: { payload: "P1", text: "Thanks" } }],
    [{ content: { type: "media", kind: "image", caption: "Look" } }, { image: { caption: "Look" } }],
    [{ content: { type: "location", latitude: 1, longitude: 2 } }, { location: { latitude: 1, longitude: 2 } }],
    [
      { text: "I saw you", isReferred: true },
      { text: { body: "I saw you" }, referral: { source_type: "ad" } },
    ],
  ] as const) {
    expect(await does(writing)).toMatchObject({ status: 200 });
    expect(await newest()).toMatchObject(message);
  }
  for (const writing of [
    {},
    { text: "x", content: { type: "media", kind: "image" } },
    { content: { type: "dance" } },
  ]) {
    expect(await does(writing)).toMatchObject({ status: 400 });
  }
});

test("the phone knows the simulator's number alone, also where the data know a real one", async () => {
  await using data = await makeDataFolder();
  {
    await using simulator = await startSimulator();
    await using server = await startServer({ dataDir: data.path, simulator });
    expect(await askJson(`${server.url}/api/status`)).toMatchObject({ body: { apps: [{ id: "default" }] } });
  }
  await using server = await startOwnWorld({ dataDir: data.path });
  const { body } = await askJson(`${server.url}/api/status`);
  expect((body as { apps: { id: string }[] }).apps.map(({ id }) => id)).toEqual(["example"]);
  const written = { method: "POST", body: { appId: "default", text: "hello" } };
  expect(await askJson(`${server.url}/api/phone/31612345678/messages`, written)).toMatchObject({ status: 404 });
});

test("with a real number there is no phone, and the answer says why", async ({ world }) => {
  const { url } = world.server;
  expect(await askJson(`${url}/api/status`)).toMatchObject({
    body: { simulator: false, apps: [{ id: "default", phoneNumber: "+15550783881" }] },
  });
  const body = { appId: "default", text: "hello" };
  expect(await askJson(`${url}/api/phone/31612345678/messages`, { method: "POST", body })).toMatchObject({
    status: 409,
    body: { error: { message: expect.stringContaining("needs the simulator") } },
  });
});

test("the server has examples to begin from, each a flow that may be created as it is", async ({ world }) => {
  const { url } = world.server;
  const { body } = await askJson(`${url}/api/examples`);
  const { examples } = body as { examples: { id: string; name: string; description: string; draft: unknown }[] };
  expect(examples.map(({ id }) => id)).toContain("order-status");
  for (const { draft, name, description } of examples) {
    expect(name.length * description.length).toBeGreaterThan(0);
    expect(await askJson(`${url}/api/flows`, { method: "POST", body: { draft } })).toMatchObject({ status: 200 });
  }
});

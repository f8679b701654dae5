import {
  changeApp,
  changeConnection,
  createApp,
  createConnection,
  deleteApp,
  deleteConnection,
  getProfile,
  listApps,
  listConnections,
  saveProfile,
  testApp,
} from "@parley/api";
import { expect } from "@playwright/test";
import { createPhone, echoFlow, test } from "@parley/testing/processes";

const second = {
  phoneNumberId: "106540352242923",
  displayPhoneNumber: "+15550783882",
  businessAccountId: "102290129340398",
} as const;
const secrets = { accessToken: "second-access-token", appSecret: "second-app-secret" } as const;

test("a second number is connected, tested and talked to, and no secret of it ever comes back", async ({ world }) => {
  const { server, simulator } = world;
  const { api } = server;
  const connection = await api.ask(createConnection, {
    body: { name: "Second shop", ...secrets, baseUrl: simulator.url, businessAccountId: second.businessAccountId },
  });
  expect(connection).toMatchObject({
    id: "second-shop",
    webhookPath: "/webhooks/cloud-api/second-shop",
    isSimulated: false,
  });
  const { phoneNumberId, displayPhoneNumber } = second;
  const app = await api.ask(createApp, {
    body: { name: "Second", connectionId: connection.id, phoneNumberId, displayPhoneNumber },
  });
  expect(app.settings).toMatchObject({
    policy: "enforce",
    demandsPlus: false,
    stopWords: ["STOP"],
    startWords: ["START"],
  });

  // The provider does not know the number yet.
  const params = { appId: app.id };
  expect(await api.ask(testApp, { params })).toMatchObject({ isOk: false, steps: [{ name: "number", isOk: false }] });
  const webhookUrl = `${server.url}${connection.webhookPath}`;
  await simulator.register({ ...second, ...secrets, verifyToken: connection.verifyToken, webhookUrl });
  expect(await simulator.control.verify(phoneNumberId)).toMatchObject({ isVerified: true });
  expect(await api.ask(testApp, { params })).toMatchObject({ isOk: true });

  await api.goLive(echoFlow());
  const phone = createPhone(simulator.control, { waId: "31633333333", phoneNumberId });
  await phone.write("hello second");
  await phone.expectReply("You wrote: hello second");

  const listed = JSON.stringify([await api.ask(listConnections), await api.ask(listApps)]);
  for (const secret of Object.values(secrets)) {
    expect(listed).not.toContain(secret);
    expect(server.output()).not.toContain(secret);
  }
});

test("a business profile is read and saved", async ({ world }) => {
  const { api } = world.server;
  const params = { appId: "default" };
  const profile = {
    about: "Books since 1921",
    address: "Canal 1",
    description: "A shop",
    email: "a@example.com",
    vertical: "RETAIL",
    websites: ["https://example.com"],
  };
  expect(await api.ask(saveProfile, { params, body: profile })).toMatchObject(profile);
  expect(await api.ask(getProfile, { params })).toMatchObject(profile);
});

test("what is needed is not removed, and what is changed outlives a restart", async ({ world }) => {
  const { server, simulator } = world;
  const { api } = server;
  const { id } = await api.ask(createConnection, { body: { name: "Shop", ...secrets, baseUrl: simulator.url } });
  const { phoneNumberId, displayPhoneNumber } = second;
  const app = await api.ask(createApp, { body: { name: "", connectionId: id, phoneNumberId, displayPhoneNumber } });
  const again = await api.answer(createApp, {
    body: { name: "", connectionId: id, phoneNumberId, displayPhoneNumber },
  });
  expect(again).toMatchObject({ status: 409, body: { error: { message: /already/ } } });
  const connection = { connectionId: id };
  expect(await api.answer(deleteConnection, { params: connection })).toMatchObject({
    status: 409,
    body: { error: { code: "in-use" } },
  });

  await api.ask(changeConnection, { params: connection, body: { appSecret: "a newer app secret", name: "Shop two" } });
  const settings = { policy: "observe", stopWords: ["STOP", "AFMELDEN"] } as const;
  await api.ask(changeApp, { params: { appId: app.id }, body: { name: "Two", settings } });
  await server.stop();
  await server.start();
  const { connections } = await api.ask(listConnections);
  expect(connections.find((one) => one.id === id)).toMatchObject({ name: "Shop two", hasPreviousAppSecret: true });
  expect((await api.ask(listApps)).apps.find((one) => one.id === app.id)).toMatchObject({ name: "Two", settings });

  await api.ask(deleteApp, { params: { appId: app.id } });
  await api.ask(deleteConnection, { params: connection });
  expect((await api.ask(listConnections)).connections.map((one) => one.id)).toEqual(["default"]);
});

test("credentials that could never work are refused with a sentence, and the server starts again", async ({
  world,
}) => {
  const { server, simulator } = world;
  const { api } = server;
  const { id } = await api.ask(createConnection, { body: { name: "Shop", ...secrets, baseUrl: simulator.url } });
  const wrong = [
    { accessToken: "copied with its line break\n" },
    { baseUrl: "ftp://example.com" },
    { version: "v1234.5" },
  ];
  for (const body of wrong) {
    const [field = ""] = Object.keys(body);
    const refused = { status: 400, body: { error: { code: "invalid-input", message: new RegExp(`^${field} must`) } } };
    expect(await api.answer(createConnection, { body: { name: "Other", ...secrets, ...body } })).toMatchObject(refused);
    expect(await api.answer(changeConnection, { params: { connectionId: id }, body })).toMatchObject(refused);
  }
  await server.stop();
  await server.start();
  expect((await api.ask(listConnections)).connections.map((one) => one.id)).toEqual(["default", "shop"]);
});

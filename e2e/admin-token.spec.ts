import { expect } from "@playwright/test";
import { askJson, echoFlow, test } from "@parley/testing/processes";

const adminToken = "admin-token-of-the-tests";

test.use({ serverEnv: { PARLEY_ADMIN_TOKEN: adminToken } });

test("the API answers who gives the admin token, and nobody else", async ({ world }) => {
  const { url } = world.server;
  const status = async (authorization?: string) =>
    (await askJson(`${url}/api/status`, { headers: authorization === undefined ? {} : { authorization } })).status;

  expect(await status()).toBe(401);
  expect(await status(`Bearer ${adminToken}x`)).toBe(401);
  expect(await status(`Basic ${adminToken}`)).toBe(401);
  expect(await status(`Bearer ${adminToken}`)).toBe(200);

  const draft = echoFlow();
  expect((await askJson(`${url}/api/flows`, { method: "POST", body: { draft } })).status).toBe(401);
  expect((await askJson(`${url}/api/nothing`)).status).toBe(401);
});

test("webhooks and health need no token, so that a conversation goes on", async ({ world }) => {
  const { api, url } = world.server;
  await api.goLive(echoFlow());
  const phone = world.phone();

  await phone.write("hello");
  await phone.expectReply("You wrote: hello");

  expect(await askJson(`${url}/healthz`)).toEqual({ status: 200, body: { status: "ok" } });
  expect(await askJson(`${url}/readyz`)).toEqual({ status: 200, body: { status: "ready" } });
});

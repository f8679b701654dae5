import { expect } from "@playwright/test";
import { test } from "@parley/testing/processes";

const adminToken = "admin-token-of-the-tests";

test.use({ serverEnv: { PARLEY_ADMIN_TOKEN: adminToken } });

test("a browser signs in with the admin token, and out again", async ({ world, request }) => {
  const { url } = world.server;
  const status = async () => (await request.get(`${url}/api/status`)).status();
  const session = async () => (await request.get(`${url}/api/session`)).json() as Promise<unknown>;
  expect(await status()).toBe(401);
  expect(await session()).toEqual({ isNeeded: true, isSignedIn: false });

  const signedIn = await request.post(`${url}/api/session`, { data: { token: adminToken } });
  expect(signedIn.status()).toBe(200);
  const cookie = signedIn.headers()["set-cookie"] ?? "";
  expect(cookie).toMatch(/^parley_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
  expect(cookie).not.toContain(adminToken);
  expect(await status()).toBe(200);
  expect(await session()).toEqual({ isNeeded: true, isSignedIn: true });

  const { cookies } = await request.storageState();
  expect((await request.delete(`${url}/api/session`)).status()).toBe(200);
  expect(await status()).toBe(401);
  // The cookie's text opens nothing any more, whoever kept it.
  const kept = `parley_session=${cookies[0]?.value}`;
  expect((await request.get(`${url}/api/status`, { headers: { cookie: kept } })).status()).toBe(401);
});

test("a session is for safe lines alone where the page came over one, and for pages of this server alone", async ({
  world,
  request,
}) => {
  const { url } = world.server;
  const { host } = new URL(url);
  const signIn = (origin: string) =>
    request.post(`${url}/api/session`, { headers: { origin }, data: { token: adminToken } });
  expect((await signIn(`https://${host}`)).headers()["set-cookie"]).toContain("; Secure");
  expect((await signIn("https://evil.example")).status()).toBe(403);
  const named = await request.get(`${url}/api/session`, { headers: { host: "evil.example" } });
  expect(named.status()).toBe(403);
});

test("who guesses the token is stopped after a few tries", async ({ world, request }) => {
  const { url } = world.server;
  const signIn = (token: string) => request.post(`${url}/api/session`, { data: { token } });
  const tries = await Promise.all(Array.from({ length: 8 }, (_, index) => signIn(`guess number ${index}`)));
  const answered = (status: number) => tries.filter((answer) => answer.status() === status).length;
  expect([answered(401), answered(429)]).toEqual([5, 3]);
  const right = await signIn(adminToken);
  expect(right.status()).toBe(429);
  expect(Number(right.headers()["retry-after"])).toBeGreaterThan(0);
  expect(await right.json()).toMatchObject({ error: { code: "too-many-requests" } });
});

test("no spelling of a path goes round the token", async ({ world, request }) => {
  const { url } = world.server;
  for (const path of ["/%61pi/flows", "/api%2fflows", "//api/flows", "/api/flows/", "/x/../api/flows", "/API/flows"]) {
    const answer = await request.get(`${url}${path}`);
    expect(await answer.text(), path).not.toContain('"flows"');
  }
});

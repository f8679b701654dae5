import { expect } from "@playwright/test";
import { echoFlow, test } from "@parley/testing/processes";

test.use({ serverEnv: { PARLEY_ALLOWED_HOSTS: "flows.example.com" } });

test("a page of another site changes nothing", async ({ world, request }) => {
  const { url, api } = world.server;
  const create = async (origin: string, id: string) => {
    const answer = await request.post(`${url}/api/flows`, { headers: { origin }, data: { draft: echoFlow(id) } });
    return answer.status();
  };

  expect(await create("https://evil.example", "theirs")).toBe(403);
  expect(await create("null", "theirs")).toBe(403);
  expect(await create(url, "ours")).toBe(200);

  const flows = await request.get(`${url}/api/flows`);
  expect(await flows.json()).toMatchObject({ flows: [{ id: "ours" }] });
  expect(await api.conversations()).toEqual([]);
});

test("a name that is not ours is refused, even if it leads here", async ({ world, request }) => {
  const { url } = world.server;
  const read = async (host: string) => (await request.get(`${url}/api/flows`, { headers: { host } })).status();

  expect(await read("evil.example")).toBe(403);
  expect(await read("flows.example.com.evil.example")).toBe(403);
  expect(await read("flows.example.com")).toBe(200);
  expect(await read(new URL(url).host)).toBe(200);
});

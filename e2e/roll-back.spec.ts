import { expect } from "@playwright/test";
import { askJson, flowOf, send, test } from "@parley/testing/processes";

const version = (text: string) => flowOf({ nodes: { n3: send(text) } });

test("an older version is made live again as a new one, and the draft stays as it is", async ({ world }) => {
  const { api, url } = world.server;
  const versions = `${url}/api/flows/story/versions`;
  const makeLive = (body: object) => askJson(versions, { method: "POST", body });
  const answers = async (waId: string, text: string) => {
    const phone = world.phone(waId);
    await phone.write("hi");
    await phone.expectReply(text);
  };
  await api.goLive(version("The first"));
  await api.goLive(version("The second"));
  await answers("31611111111", "The second");

  expect(await makeLive({ fromVersion: 1 })).toMatchObject({ status: 200, body: { version: 3, isPaused: false } });
  await answers("31622222222", "The first");
  expect(await makeLive({ fromVersion: 2, comment: "The second was right" })).toMatchObject({ body: { version: 4 } });
  await answers("31633333333", "The second");

  expect(await askJson(versions)).toMatchObject({
    body: {
      versions: [
        { version: 4, fromVersion: 2, comment: "The second was right", appIds: null },
        { version: 3, fromVersion: 1, comment: "Version 1 again" },
        { version: 2, comment: "" },
        { version: 1, comment: "" },
      ],
    },
  });
  const drafted = await askJson(`${url}/api/flows/story`);
  expect(drafted).toMatchObject({
    body: { revision: 2, liveVersion: 4, draft: { nodes: version("The second").nodes } },
  });
});

test("an older version is made live for the apps that it was for, unless others are named", async ({ world }) => {
  const { api, url } = world.server;
  const makeLive = (body: object) => askJson(`${url}/api/flows/story/versions`, { method: "POST", body });
  await api.goLive(version("For all"));
  await makeLive({ revision: 1, appIds: ["default"] });
  await makeLive({ fromVersion: 2 });
  await makeLive({ fromVersion: 2, appIds: null });
  const { body } = await askJson(`${url}/api/flows/story/versions`);
  expect(body).toMatchObject({
    versions: [{ appIds: null }, { appIds: ["default"] }, { appIds: ["default"] }, { appIds: null }],
  });
});

test("what is to be made live must be said, and be there", async ({ world }) => {
  const { api, url } = world.server;
  const makeLive = (body: object) => askJson(`${url}/api/flows/story/versions`, { method: "POST", body });
  await api.goLive(version("The first"));
  const invalid = {
    status: 400,
    body: { error: { message: expect.stringContaining("either revision or fromVersion") } },
  };
  expect(await makeLive({})).toMatchObject(invalid);
  expect(await makeLive({ revision: 1, fromVersion: 1 })).toMatchObject(invalid);
  expect(await makeLive({ fromVersion: 2 })).toMatchObject({ status: 404 });
  expect(await makeLive({ revision: 2 })).toMatchObject({
    status: 409,
    body: { error: { current: { revision: 1, updatedAt: expect.any(Number) } } },
  });
});

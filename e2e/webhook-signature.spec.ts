import { expect } from "@playwright/test";
import { businessNumber, echoFlow, test, textWebhook } from "@parley/testing/processes";

const previousAppSecret = "app-secret-of-last-month";
const { phoneNumberId } = businessNumber;
const hello = (from = "31612345678"): unknown => textWebhook({ phoneNumberId, from, text: "hello" });

test.use({ serverEnv: { PARLEY_CLOUD_API_PREVIOUS_APP_SECRET: previousAppSecret } });

const forgeries = {
  unsigned: { signature: null },
  "signed with another secret": { secret: "a guess" },
  "signed in another form": { signature: "sha1=00" },
  "signed with nothing": { signature: "sha256=" },
};

for (const [name, forgery] of Object.entries(forgeries)) {
  test(`a webhook that is ${name} is refused, and nothing of it is stored`, async ({ world }) => {
    const { api, webhooks } = world.server;
    await api.goLive(echoFlow());

    expect(await webhooks.post(hello(), forgery)).toBe(401);

    expect(await api.status()).toMatchObject({ eventsTaken: 0, unrouted: 0 });
    expect(await api.conversations()).toEqual([]);
  });
}

test("while the app secret is being changed, the previous one counts too", async ({ world }) => {
  const { api, webhooks } = world.server;
  await api.goLive(echoFlow());

  expect(await webhooks.post(hello("31611111111"), { secret: previousAppSecret })).toBe(200);
  expect(await webhooks.post(hello("31622222222"))).toBe(200);

  expect(await api.conversations()).toHaveLength(2);
});

import { createCloudApiAccount, createCloudApiGateway } from "@parley/gateway/cloud-api";
import type { App } from "@parley/messaging";
import { createGatewaySimulator } from "@parley/simulator/http";
import type { AccountUnderTest } from "../describe-account.ts";

const accessToken = "token-of-the-test";
const businessAccountId = "102290129340398";
const app: App = {
  id: "app-1",
  connectionId: "connection-1",
  phoneNumberId: "106540352242922",
  displayPhoneNumber: "+15550783881",
  settings: { messagesPerSecond: 80, ambiguous: "retry" },
};
const person = { waId: "31612345678" };

/** An account with the Cloud API, before a simulator of it that posts its webhooks nowhere. */
export async function openCloudApiAccount(): Promise<AccountUnderTest> {
  const { phoneNumberId, displayPhoneNumber } = app;
  const simulator = await createGatewaySimulator({
    numbers: [
      {
        ...{ phoneNumberId, displayPhoneNumber, businessAccountId, accessToken },
        ...{ appSecret: "secret-of-the-test", verifyToken: "verify-token-of-the-test" },
        webhookUrl: "http://127.0.0.1:1/webhooks",
      },
    ],
    templateReviewMs: null,
  });
  const { world } = simulator;
  const options = { baseUrl: simulator.url, requestTimeoutMs: 10_000, connections: 2 };
  const account = createCloudApiAccount({ ...options, accessToken });
  const stranger = createCloudApiAccount({ ...options, accessToken: "token-of-somebody-else" });
  const gateway = createCloudApiGateway({ ...options, accessToken });
  let sends = 0;
  return {
    ...{ account, stranger, phoneNumberId, displayPhoneNumber, businessAccountId },
    put: async (template) => void world.templates.put({ businessAccountId, template, status: "approved" }),
    judge: async (providerId, { status, reason }) => void world.templates.setStatus(providerId, status, { reason }),
    send: async (message) => {
      world.write({ phoneNumberId, from: person, content: { type: "text", text: "Hi" } });
      const request = { app, sendKey: `c1-${(sends += 1)}`, to: person, message };
      const answer = await gateway.send(request, new AbortController().signal);
      return answer.type === "accepted";
    },
    dispose: async () => {
      await simulator.close();
      await Promise.all([account.close(), stranger.close(), gateway.close()]);
    },
  };
}

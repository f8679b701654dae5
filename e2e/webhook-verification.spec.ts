import { expect } from "@playwright/test";
import { businessNumber, test } from "@parley/testing/processes";

test("who knows the verify token gets the challenge back, as Meta's dashboard asks", async ({ world }) => {
  const { server, simulator } = world;
  const { phoneNumberId, verifyToken } = businessNumber;

  expect(await server.webhooks.verify(verifyToken, "a challenge")).toEqual({ status: 200, body: "a challenge" });
  expect(await simulator.control.verify(phoneNumberId)).toEqual({ isVerified: true, status: 200 });
});

test("who does not know the verify token gets nothing", async ({ world }) => {
  const { status, body } = await world.server.webhooks.verify("a guess", "a challenge");

  expect(status).toBe(403);
  expect(JSON.stringify(body)).not.toContain("a challenge");
});

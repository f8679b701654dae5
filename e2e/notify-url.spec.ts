import { createServer } from "node:http";
import { expect } from "@playwright/test";
import { flowOf, send, test } from "@parley/testing/processes";

type Report = {
  deliveryInfoNotification: {
    deliveryInfo: Record<string, string>;
    correlationid: string;
    callbackData: string;
    transid: string;
  };
};

/** A customer's server, which answers as it is told and keeps what it gets. */
async function startCustomer(statusOf: (count: number) => number) {
  const reports: Report[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const status = statusOf((count += 1));
      if (status === 200) reports.push(JSON.parse(body) as Report);
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/reports`,
    reports,
    count: () => count,
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}

const flow = (notifyUrl: string) =>
  flowOf({
    id: "reports",
    nodes: {
      n3: send("Hello", {
        notifyUrl,
        correlationId: "order-$(whatsapp.message)",
        callbackData: '{"a":1}',
        waitFor: "read",
        timeoutSeconds: 60,
      }),
    },
  });

test.describe("with private addresses allowed", () => {
  test.use({ serverEnv: { PARLEY_ALLOW_PRIVATE_URLS: "yes" } });

  test("each delivery report is posted with what the send brought along", async ({ world }) => {
    await using customer = await startCustomer(() => 200);
    await world.server.api.goLive(flow(customer.url));
    await world.phone().write("17");
    const codes = () => customer.reports.map(({ deliveryInfoNotification: { deliveryInfo } }) => deliveryInfo["code"]);
    await expect.poll(() => codes().length).toBe(3);
    expect(new Set(codes())).toEqual(new Set(["7500", "7501", "7502"]));
    for (const { deliveryInfoNotification: report } of customer.reports)
      expect(report).toMatchObject({
        correlationid: "order-17",
        callbackData: '{"a":1}',
        deliveryInfo: { deliveryChannel: "whatsapp", waid: "31612345678" },
      });
    expect(new Set(customer.reports.map(({ deliveryInfoNotification: { transid } }) => transid)).size).toBe(1);
  });
});

test("without that, nothing is posted to this machine, and the message goes out all the same", async ({ world }) => {
  await using customer = await startCustomer(() => 200);
  await world.server.api.goLive(flow(customer.url));
  await world.phone().write("17");
  await world.phone().expectReply("Hello");
  await expect.poll(async () => (await world.server.api.status()).failedPosts).toBe(3);
  expect(customer.count()).toBe(0);
});

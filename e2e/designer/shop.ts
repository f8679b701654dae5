import { askJson } from "@parley/testing/processes";
import type { OwnWorld } from "@parley/testing/processes";

/** A business number beside the example's, which the simulator knows too. */
export const shop = {
  phoneNumberId: "106540352242923",
  displayPhoneNumber: "+31612345678",
  businessAccountId: "102290129340398",
  accessToken: "access-token-of-the-shop",
  appSecret: "app-secret-of-the-shop",
} as const;

/** Asks a route of the server, and gives what it answers. Rejects when it does not do what it was asked. */
export async function askServer<Body>(world: OwnWorld, method: string, path: string, body?: unknown): Promise<Body> {
  const { status, body: answer } = await askJson(`${world.url}${path}`, { method, body });
  if (status >= 300) throw new Error(`${method} ${path} was answered with ${status}: ${JSON.stringify(answer)}`);
  return answer as Body;
}

/** Connects the shop to the server, and tells the simulator of it. Gives the id of its app. */
export async function connectShop(world: OwnWorld): Promise<string> {
  const { phoneNumberId, displayPhoneNumber, businessAccountId, accessToken, appSecret } = shop;
  const connection = await askServer<{ id: string; webhookPath: string; verifyToken: string }>(
    world,
    "POST",
    "/api/connections",
    { name: "Juniper Books", accessToken, appSecret, businessAccountId, baseUrl: world.simulatorUrl },
  );
  await world.control.putNumber({
    ...shop,
    verifyToken: connection.verifyToken,
    webhookUrl: `${world.url}${connection.webhookPath}`,
  });
  const app = { name: "Juniper shop", connectionId: connection.id, phoneNumberId, displayPhoneNumber };
  return (await askServer<{ id: string }>(world, "POST", "/api/apps", app)).id;
}

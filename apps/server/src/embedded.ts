import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { checkFlow, type FlowDraft, parseFlow } from "@parley/flow";
import { type App, invariant } from "@parley/messaging";
import { createGatewaySimulator, type GatewaySimulator } from "@parley/simulator/http";
import type { Store } from "@parley/store";
import type { Config } from "./config.ts";
import type { Connections } from "./connections.ts";
import { recallTemplates } from "./recall-templates.ts";

/** The example's connection, app and number: what the server brings when no number is configured. */
const example = {
  connectionId: "example",
  appId: "example",
  businessAccountId: "200000000000001",
  phoneNumberId: "100000000000001",
  displayPhoneNumber: "+15550783881",
} as const;

const examplePath = new URL("../../../examples/order-status.flow.json", import.meta.url);

/** Whether an app is one of the simulator's. */
export function isSimulated({ connectionId }: App): boolean {
  return isSimulatedConnection(connectionId);
}

/** Whether a connection leads to the simulator in this process. */
export function isSimulatedConnection(id: string): boolean {
  return id === example.connectionId;
}

/** Starts the simulator in this process and takes the example's number into use. Its secrets are made once and kept sealed. */
export async function startSimulator(config: Config, connections: Connections): Promise<GatewaySimulator> {
  const simulator = await createGatewaySimulator({ port: config.simulatorPort });
  const known = connections.find(example.connectionId)?.credentials;
  const secret = (): string => randomBytes(24).toString("base64url");
  const credentials = known ?? { version: "v23.0", accessToken: secret(), appSecret: secret(), verifyToken: secret() };
  const { appId, connectionId, phoneNumberId, displayPhoneNumber, businessAccountId } = example;
  const label = { name: "Simulator", businessAccountId };
  await connections.save(connectionId, { ...credentials, baseUrl: simulator.url }, label);
  await connections.saveApp(
    configuredApp({ id: appId, connectionId, phoneNumberId, displayPhoneNumber }, config, connections),
  );
  return simulator;
}

/** The app of a number that the environment describes: what people have set besides stays as it is. */
export function configuredApp(number: Omit<App, "settings">, { appSettings }: Config, connections: Connections): App {
  const known = connections.app(number.id);
  return { ...known, ...number, settings: { ...known?.settings, ...appSettings } };
}

/** Tells the simulator where to send the number's webhooks. */
export async function connectSimulator(
  simulator: GatewaySimulator,
  connections: Connections,
  serverUrl: string,
): Promise<void> {
  const credentials = connections.find(example.connectionId)?.credentials;
  invariant(credentials, "the example's connection is in use");
  const { accessToken, appSecret, verifyToken } = credentials;
  const response = await fetch(`${simulator.url}/control/numbers/${example.phoneNumberId}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      displayPhoneNumber: example.displayPhoneNumber,
      businessAccountId: example.businessAccountId,
      hasIdentityCheck: true,
      ...{ accessToken, appSecret, verifyToken },
      webhookUrl: `${serverUrl}/webhooks/cloud-api/${example.connectionId}`,
    }),
  });
  if (!response.ok) throw new Error(`The simulator did not take the example's number: ${await response.text()}`);
}

/** Gives the simulator the templates back that the example's number had before the server was stopped. */
export async function recallExampleTemplates({ world }: GatewaySimulator, store: Store): Promise<void> {
  const { appId, businessAccountId } = example;
  await recallTemplates(store, appId, { registry: world.templates, businessAccountId });
}

/** Makes the example flow live, unless there are flows already. */
export async function installExample({ flows }: Store): Promise<void> {
  if ((await flows.list()).length > 0) return;
  const draft = JSON.parse(await readFile(examplePath, "utf8")) as FlowDraft;
  const parsed = parseFlow(draft);
  invariant(parsed.ok && checkFlow(parsed.flow).length === 0, "the example flow has no issues");
  const at = Date.now();
  await flows.saveDraft({ draft, expectedRevision: 0, at });
  await flows.makeLive({ flow: parsed.flow, comment: "The example", appIds: [example.appId], at });
}

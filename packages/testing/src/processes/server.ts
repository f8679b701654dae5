import type { NumberRegistration } from "@parley/simulator/http";
import { type Api, createApi } from "./api.ts";
import { type Child, type Exit, repository, startChild } from "./child.ts";
import type { Simulator } from "./simulator.ts";
import { createWebhooks, type Webhooks } from "./webhooks.ts";

/** The business number of every server under test, as server and simulator know it. */
export const businessNumber = {
  phoneNumberId: "106540352242922",
  displayPhoneNumber: "+15550783881",
  businessAccountId: "102290129340398",
  hasIdentityCheck: true,
  accessToken: "access-token-of-the-tests",
  appSecret: "app-secret-of-the-tests",
  verifyToken: "verify-token-of-the-tests",
} as const satisfies Omit<NumberRegistration, "webhookUrl">;

/** How a server is started. */
export type ServerOptions = {
  readonly dataDir: string;
  /** What stands in for WhatsApp: the simulator, or anything that can be told of a number. */
  readonly simulator: Pick<Simulator, "url" | "register">;
  /** Settings besides those that connect it with the simulator. */
  readonly env?: Readonly<Record<string, string>> | undefined;
};

/** A server in a process of its own, connected with a simulator. */
export interface Server extends AsyncDisposable {
  /** Without a slash at the end. */
  readonly url: string;
  readonly api: Api;
  readonly webhooks: Webhooks;
  /** By which the operating system knows its present process. */
  pid(): number | undefined;
  output(): string;
  /** Asks it to stop, and waits until it has. */
  stop(): Promise<Exit>;
  /** Kills it in the middle of whatever it does. */
  kill(): Promise<Exit>;
  /** Starts it again, with the same data and port. */
  start(): Promise<void>;
}

/** The server's program, for those who start it with nothing but an environment. */
export const serverProgram = `${repository}apps/server/src/main.ts`;

/** The program of the terminal phone. */
export const phoneProgram = `${repository}apps/server/src/phone/main.ts`;

/** Starts a server on a free port and registers its number with the simulator. */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { simulator, env = {} } = options;
  let child: Child;
  const open = async (port: string): Promise<string> => {
    child = startChild({
      name: "The server",
      args: [serverProgram],
      env: { ...settingsOf(options), ...env, PARLEY_PORT: port },
    });
    return child.line(urlOf);
  };
  const url = await open("0");
  const webhookUrl = `${url}/webhooks/cloud-api/default`;
  await simulator.register({ ...businessNumber, webhookUrl });

  return {
    url,
    api: createApi(url, env["PARLEY_ADMIN_TOKEN"]),
    webhooks: createWebhooks(webhookUrl, businessNumber.appSecret),
    pid: () => child.pid,
    output: () => child.output(),
    stop: () => child.end("SIGTERM"),
    kill: () => child.end("SIGKILL"),
    start: async () => void (await open(new URL(url).port)),
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  };
}

function settingsOf({ dataDir, simulator }: ServerOptions): Record<string, string> {
  const { phoneNumberId, displayPhoneNumber, accessToken, appSecret, verifyToken, businessAccountId } = businessNumber;
  return {
    PARLEY_DATA_DIR: dataDir,
    PARLEY_LOG_FORMAT: "json",
    PARLEY_RECONCILE_AFTER_MS: "1000",
    PARLEY_CLOUD_API_BASE_URL: simulator.url,
    PARLEY_CLOUD_API_PHONE_NUMBER_ID: phoneNumberId,
    PARLEY_CLOUD_API_DISPLAY_PHONE_NUMBER: displayPhoneNumber,
    PARLEY_CLOUD_API_ACCESS_TOKEN: accessToken,
    PARLEY_CLOUD_API_APP_SECRET: appSecret,
    PARLEY_CLOUD_API_VERIFY_TOKEN: verifyToken,
    PARLEY_CLOUD_API_BUSINESS_ACCOUNT_ID: businessAccountId,
  };
}

/** The URL in the log line that says that the server listens. */
function urlOf(line: string): string | undefined {
  if (!line.includes('"msg":"listening"')) return undefined;
  return (JSON.parse(line) as { url: string }).url;
}

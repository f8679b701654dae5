import { createGatewaySimulator, type GatewaySimulator, type GatewaySimulatorOptions } from "./gateway-simulator.ts";
import type { NumberRegistration } from "./number-registration.ts";
import { startWebhookReceiver, type WebhookReceiver } from "./webhook-receiver.test-support.ts";

/** The business number of every test, but for where its webhooks go. */
export const registration = {
  phoneNumberId: "106540352242922",
  displayPhoneNumber: "+15550783881",
  businessAccountId: "102290129340398",
  accessToken: "token-of-the-test",
  appSecret: "sesame",
  verifyToken: "verify-token-of-the-test",
} as const satisfies Omit<NumberRegistration, "webhookUrl">;

/** An answer with its body read. */
export type Answer = { readonly status: number; readonly body: unknown };

/** A simulator whose number sends its webhooks to a receiver, and the ways to speak to it. */
export interface Simulation extends AsyncDisposable {
  readonly simulator: GatewaySimulator;
  readonly receiver: WebhookReceiver;
  /** Posts to the number's messages; a string goes as it stands. */
  post(body: unknown, options?: { readonly path?: string; readonly token?: string }): Promise<Answer>;
  /** The business sends a text to Sam, with more of the envelope if given. */
  sendText(text: string, more?: Readonly<Record<string, unknown>>): Promise<Answer>;
  /** Asks any other path of the provider with the number's token, or another; a form goes as a form, anything else as JSON. */
  ask(method: string, path: string, options?: { readonly body?: unknown; readonly token?: string }): Promise<Answer>;
  /** Calls the control API. */
  control(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Sam writes; gives the message's id. */
  write(content: unknown): Promise<unknown>;
  /** The webhooks received so far, parsed. */
  webhooks(): readonly unknown[];
}

/** Starts a simulation; phones deliver and read at once, and webhooks are retried within milliseconds. */
export async function startSimulation(options: GatewaySimulatorOptions = {}): Promise<Simulation> {
  const receiver = await startWebhookReceiver();
  const simulator = await createGatewaySimulator({
    numbers: [{ ...registration, webhookUrl: receiver.url }],
    phoneDefaults: { deliverAfterMs: 0, readAfterMs: 0 },
    webhookRetry: { baseMs: 5, maxMs: 20 },
    ...options,
  });
  const messagesPath = `/v23.0/${registration.phoneNumberId}/messages`;

  async function post(body: unknown, { path = messagesPath, token }: { path?: string; token?: string } = {}) {
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${token ?? registration.accessToken}`,
    };
    return call("POST", path, { headers, body: typeof body === "string" ? body : JSON.stringify(body) });
  }

  async function call(method: string, path: string, init: RequestInit): Promise<Answer> {
    const response = await fetch(`${simulator.url}${path}`, { ...init, method });
    return { status: response.status, body: await response.json() };
  }

  function control(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = { "content-type": "application/json" };
    return call(method, `/control${path}`, body === undefined ? {} : { headers, body: JSON.stringify(body) });
  }

  function ask(method: string, path: string, options: { body?: unknown; token?: string } = {}): Promise<Answer> {
    const { body, token = registration.accessToken } = options;
    const headers: Record<string, string> = token === "" ? {} : { authorization: `Bearer ${token}` };
    if (body instanceof FormData) return call(method, path, { headers, body });
    if (body !== undefined) headers["content-type"] = "application/json";
    return call(method, path, { headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  }

  async function write(content: unknown): Promise<unknown> {
    const { phoneNumberId } = registration;
    const { status, body } = await control("POST", "/phones/31612345678/messages", { phoneNumberId, content });
    return status === 200 ? Reflect.get(Object(body), "id") : body;
  }

  return {
    simulator,
    receiver,
    post,
    sendText: (body, more) =>
      post({ messaging_product: "whatsapp", to: "31612345678", type: "text", text: { body }, ...more }),
    ask,
    control,
    write,
    webhooks: () => receiver.received.map(({ body }) => JSON.parse(body.toString()) as unknown),
    [Symbol.asyncDispose]: async () => {
      await simulator.close();
      await receiver[Symbol.asyncDispose]();
    },
  };
}

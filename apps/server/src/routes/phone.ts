import { changePhone, readChat, writeMessage } from "@parley/api";
import type { App } from "@parley/messaging";
import { type Content, exampleReferral, type World } from "@parley/simulator";
import type { FastifyInstance } from "fastify";
import type { Connections } from "../connections.ts";
import { isSimulated } from "../embedded.ts";
import { RequestError } from "../http-error.ts";
import { registerRoute } from "../register-route.ts";

type PhoneParts = { readonly connections: Connections; readonly world: World | undefined };

/** Virtual phones of the simulator in this process. */
export function phoneRoutes(app: FastifyInstance, { connections, world }: PhoneParts): void {
  const open = (): World => {
    if (world !== undefined) return world;
    const message = "The phone needs the simulator; this server has a real number, so write to it with a real phone.";
    throw new RequestError("conflict", message);
  };
  const findApp = (id: string): App => {
    const found = connections.app(id);
    if (found !== undefined && isSimulated(found)) return found;
    throw new RequestError("not-found", `The simulator has no app with the id ${id}.`);
  };

  registerRoute(app, writeMessage, async ({ params: { waId }, body }) => {
    const world = open();
    const { phoneNumberId } = findApp(body.appId);
    const { text, contextId, isReferred = false } = body;
    // The route's schema has it that one of the two is there.
    const content: Content = body.content ?? { type: "text", text: text ?? "" };
    const referral = isReferred ? exampleReferral : undefined;
    return { id: world.write({ phoneNumberId, from: { waId }, content, contextId, referral }) };
  });

  registerRoute(app, readChat, async ({ params: { waId }, query: { appId, after } }) => {
    const world = open();
    const { phoneNumberId } = findApp(appId);
    const { entries, isTyping } = world.chat({ phone: { waId }, phoneNumberId, after });
    return { entries: [...entries], isTyping };
  });

  registerRoute(app, changePhone, async ({ params: { waId }, body }) => {
    const world = open();
    const problem = world.changePhone({ waId }, body);
    if (problem !== undefined) throw new RequestError("conflict", problem);
    const { name, deliverAfterMs, readAfterMs, hasReadReceipts, isOffline, isBlocked } = world.phone({ waId });
    return { name, deliverAfterMs, readAfterMs, hasReadReceipts, isOffline, isBlocked };
  });
}

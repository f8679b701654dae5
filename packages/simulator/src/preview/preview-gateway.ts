import { createScriptedGateway, type Script, type ScriptedGateway } from "@parley/gateway/scripted";
import { cloudApiErrorOf, requestBody } from "@parley/gateway/wire";
import {
  assertNever,
  invariant,
  type Json,
  type JsonObject,
  mapStrings,
  mergeContact,
  openSealed,
  type OutboundMessage,
} from "@parley/messaging";
import { z } from "zod";
import { takeMessage, takeReadMark } from "../provider/take-message.ts";
import type { World } from "../world.ts";
import { type PreviewFailure, previewFailures } from "./preview-failures.ts";

type GatewayAnswer = Awaited<ReturnType<ScriptedGateway["send"]>>;
type GatewayRequest = Parameters<ScriptedGateway["send"]>[0];

/** What a preview's gateway asks before each send. */
export type PreviewGatewayOptions = {
  readonly world: World;
  /** Calls back once time may pass again, so that the answer to a send comes before its first status. */
  readonly afterwards: (callback: () => void) => void;
  /** How this send is to go wrong; asked once for each. */
  readonly takeFailure: () => PreviewFailure | undefined;
  /** Opens what is sealed in messages as they go out. */
  readonly open?: ((sealed: string) => string | undefined) | undefined;
};

/**
 * Makes the way from the host to the phones of a world: each message goes there in the provider's own form, and whatever the provider refuses is
 * refused, unless the send is to go wrong anyway.
 */
export function createPreviewGateway(options: PreviewGatewayOptions): ScriptedGateway {
  const script: Script = (sealed) => {
    const request = opened(sealed, options);
    const failure = options.takeFailure();
    if (failure === undefined) return handOver(request, options);
    const { title, comesAs } = previewFailures[failure];
    return comesAs === "receipt" ? takeAndFail(request, failure, options) : answerTo(failure, { title, details: "" });
  };
  return createScriptedGateway(script);
}

function opened(request: GatewayRequest, { open }: PreviewGatewayOptions): GatewayRequest {
  if (open === undefined) return request;
  const message = mapStrings(request.message as Json, (text) => openSealed(text, open)) as OutboundMessage;
  return { ...request, message };
}

function handOver(request: GatewayRequest, { world }: PreviewGatewayOptions): GatewayAnswer {
  const take = request.message.type === "read-mark" ? takeReadMark : takeMessage;
  const answer = take(world, request.app.phoneNumberId, requestBody(request));
  if (answer.type === "answered") return accepted(answer.body, request);
  const { code, message, error_data: data } = answer.error.error;
  const said = cloudApiErrorOf(code)?.title ?? message;
  return answerTo(code, { title: said, details: data?.details ?? message });
}

const acceptedSchema = z.object({
  messages: z.tuple([z.object({ id: z.string() })]),
  contacts: z.tuple([z.object({ wa_id: z.string().optional(), user_id: z.string().optional() })]),
});

/** A mark that a message was read is accepted without an id. */
function accepted(body: JsonObject, { to, message }: GatewayRequest): GatewayAnswer {
  if (message.type === "read-mark") return { type: "accepted", contact: to };
  const { messages, contacts } = acceptedSchema.parse(body);
  const [{ wa_id: waId, user_id: bsuid }] = contacts;
  return { type: "accepted", messageId: messages[0].id, contact: mergeContact(to, { waId, bsuid }) };
}

/** The message is taken, as always, and then a receipt says that it failed. */
function takeAndFail(request: GatewayRequest, failure: PreviewFailure, options: PreviewGatewayOptions): GatewayAnswer {
  const { world, afterwards } = options;
  const { isByHand } = world.phone(request.to);
  world.changePhone(request.to, { isByHand: true });
  const answer = handOver(request, options);
  world.changePhone(request.to, { isByHand });
  const messageId = answer.type === "accepted" ? answer.messageId : undefined;
  if (messageId !== undefined) afterwards(() => world.report(messageId, "failed", failure));
  return answer;
}

/** What an error code means for the send, by the table that the server goes by too. */
function answerTo(
  code: number,
  { title, details }: { readonly title: string; readonly details: string },
): GatewayAnswer {
  const known = cloudApiErrorOf(code);
  invariant(known, "the provider's errors are all in the table");
  const { disposition } = known;
  switch (disposition) {
    case "refused":
    case "policy":
      return { type: "refused", isPolicy: disposition === "policy", error: { code, title, details } };
    case "retryable":
    case "ambiguous":
      return { type: disposition, reason: title };
    default:
      return assertNever(disposition);
  }
}

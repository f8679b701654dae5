import { createScriptedGateway, type Script, type ScriptedGateway } from "@parley/gateway/scripted";
import { isFreeForm, wordsOf } from "@parley/messaging";
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
};

/** Makes the way from the host to the phones of a world: the world's own rules apply, unless the send is to go wrong. */
export function createPreviewGateway(options: PreviewGatewayOptions): ScriptedGateway {
  const script: Script = (request) => {
    const failure = options.takeFailure();
    if (failure === undefined) return handOver(request, options);
    return previewFailures[failure].comesAs === "receipt" ? takeAndFail(request, failure, options) : answerOf(failure);
  };
  return createScriptedGateway(script);
}

function handOver({ app, to, message, sendKey }: GatewayRequest, { world }: PreviewGatewayOptions): GatewayAnswer {
  const answer = world.send({
    phoneNumberId: app.phoneNumberId,
    to,
    message: { type: "text", text: { body: wordsOf(message) } },
    text: wordsOf(message),
    isFreeForm: isFreeForm(message),
    clientReference: sendKey,
  });
  if (answer.type === "refused") return answerOf(answer.code);
  return { type: "accepted", messageId: answer.id, contact: answer.contact };
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

function answerOf(code: PreviewFailure): GatewayAnswer {
  const { title, comesAs } = previewFailures[code];
  if (comesAs === "passing") return { type: "retryable", reason: title };
  if (comesAs === "unknown") return { type: "ambiguous", reason: title };
  return { type: "refused", isPolicy: comesAs === "policy", error: { code, title, details: "" } };
}

import { type JsonObject, sleep } from "@parley/messaging";
import { type MetaError, metaError } from "../meta-error.ts";
import type { SimulatorParts } from "../simulator-parts.ts";
import { readReadMark } from "./read-mark.ts";
import { type Reading, unpackNested } from "./reading.ts";
import { readSend, type SendReading } from "./send-request.ts";

/** What a request comes to: an answer, a refusal, or a cut connection. */
export type Outcome =
  | { readonly type: "answered"; readonly body: JsonObject }
  | { readonly type: "refused"; readonly error: MetaError }
  | { readonly type: "cut" };

/** Takes the body of a request to a number's messages: a message to send, or the mark that one was read (Cloud API, Messages). */
export async function takeRequest(parts: SimulatorParts, phoneNumberId: string, raw: unknown): Promise<Outcome> {
  const body = unpackNested(raw);
  if (body["status"] !== undefined) return markRead(parts, phoneNumberId, body);
  const fate = await fateOf(parts);
  if (fate !== undefined) return fate;
  const outcome = send(parts, phoneNumberId, readSend(body));
  const isLost = outcome.type === "answered" && parts.world.faults.take("answerLost") !== undefined;
  return isLost ? { type: "cut" } : outcome;
}

/** What the faults make of a send before it is looked at. */
async function fateOf({ world, clock, closing }: SimulatorParts): Promise<Outcome | undefined> {
  const latency = world.faults.take("apiLatencyMs");
  if (latency !== undefined) {
    const isClosed = await sleep(clock, latency.ms, closing).then(
      () => false,
      () => true,
    );
    if (isClosed) return { type: "cut" };
  }
  if (world.faults.take("apiDown") !== undefined) return { type: "cut" };
  const answer = world.faults.take("apiStatus");
  if (answer === undefined) return undefined;
  const { status, code = usualCode(status) } = answer;
  return { type: "refused", error: metaError(code, { status }) };
}

/** The Meta code that most often comes with an HTTP status (Cloud API, error codes). */
function usualCode(status: number): number {
  if (status === 503) return 131016;
  if (status >= 500) return 131000;
  if (status === 429) return 130429;
  return status === 401 ? 190 : 100;
}

function send({ world }: SimulatorParts, phoneNumberId: string, reading: Reading<SendReading>): Outcome {
  if (!reading.isValid) return { type: "refused", error: reading.error };
  const { input, ...request } = reading.value;
  const answer = world.send({ phoneNumberId, ...request });
  if (answer.type === "refused") return { type: "refused", error: metaError(answer.code) };
  const { waId, bsuid } = answer.contact;
  const contact = { input, ...(waId && { wa_id: waId }), ...(bsuid && { user_id: bsuid }) };
  return {
    type: "answered",
    body: { messaging_product: "whatsapp", contacts: [contact], messages: [{ id: answer.id }] },
  };
}

function markRead({ world }: SimulatorParts, phoneNumberId: string, body: JsonObject): Outcome {
  const reading = readReadMark(body);
  if (!reading.isValid) return { type: "refused", error: reading.error };
  if (world.markRead({ phoneNumberId, ...reading.value })) return { type: "answered", body: { success: true } };
  const details = `There is no message ${reading.value.messageId} to this number.`;
  return { type: "refused", error: metaError(131009, { details }) };
}

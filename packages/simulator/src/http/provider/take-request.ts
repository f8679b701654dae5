import { sleep } from "@parley/messaging";
import { metaError } from "../../provider/meta-error.ts";
import { unpackNested } from "../../provider/reading.ts";
import { type Answer, takeMessage, takeReadMark } from "../../provider/take-message.ts";
import type { SimulatorParts } from "../simulator-parts.ts";

/** What a request comes to: an answer, a refusal, or a cut connection. */
export type Outcome = Answer | { readonly type: "cut" };

/** Takes the body of a request to a number's messages: a message to send, or the mark that one was read (Cloud API, Messages). */
export async function takeRequest(parts: SimulatorParts, phoneNumberId: string, raw: unknown): Promise<Outcome> {
  const { world } = parts;
  const body = unpackNested(raw);
  if (body["status"] !== undefined) return takeReadMark(world, phoneNumberId, body);
  const fate = await fateOf(parts);
  if (fate !== undefined) return fate;
  const answer = takeMessage(world, phoneNumberId, body);
  const isLost = answer.type === "answered" && world.faults.take("answerLost") !== undefined;
  return isLost ? { type: "cut" } : answer;
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

import { seededRandom } from "@parley/testing";
import type { BusinessNumber } from "./admission.ts";
import { createManualClock } from "./manual-clock.ts";
import type { SendAnswer, SendRequest } from "./send.ts";
import type { Update } from "./update.ts";
import { createWorld, type World, type WorldOptions } from "./world.ts";

/** The business number of every test. */
export const phoneNumberId = "106540352242922";

/** The business number of every test, as the world knows it. */
export const businessNumber: BusinessNumber = {
  phoneNumberId,
  displayPhoneNumber: "+15550783881",
  businessAccountId: "102290129340398",
  hasIdentityCheck: false,
};

/** The person of tests that need one. */
export const sam = { waId: "31612345678" };

/** A world on a manual clock with one business number, and everything that the business is told. */
export type TestWorld = {
  readonly world: World;
  readonly updates: Update[];
  advance(ms: number): Promise<void>;
  /** Sam writes. */
  write(text?: string): string;
  /** The business sends a text to Sam, or as the request says. */
  send(request?: Partial<SendRequest>): SendAnswer;
  /** The statuses told so far, such as `sent` or `failed 131026`. */
  statuses(): readonly string[];
};

/** Makes a test world. */
export function createTestWorld(options: Partial<WorldOptions> = {}): TestWorld {
  const { clock, advance } = createManualClock();
  const world = createWorld({ clock, random: seededRandom(1), ...options });
  const updates: Update[] = [];
  world.putNumber(businessNumber);
  world.subscribe((update) => updates.push(update));
  return {
    world,
    updates,
    advance,
    write: (text = "Hello") => world.write({ phoneNumberId, from: sam, content: { type: "text", text } }),
    send: (request) =>
      world.send({ phoneNumberId, to: sam, message: { type: "text" }, text: "Hi", isFreeForm: true, ...request }),
    statuses: () => updates.flatMap((update) => (update.type === "status" ? [wordsOf(update)] : [])),
  };
}

function wordsOf({ status, errorCode }: Extract<Update, { type: "status" }>): string {
  return errorCode === undefined ? status : `${status} ${errorCode}`;
}

import { randomBytes } from "node:crypto";
import type { Clock } from "@parley/messaging";
import type { Update, World } from "../index.ts";
import { simulatorLimits } from "../limits.ts";
import type { HttpClient } from "./http-client.ts";
import type { RegisteredNumber } from "./number-registration.ts";
import { asciiJson } from "./webhooks/ascii-json.ts";
import { envelopeOf } from "../provider/envelope.ts";
import { createPostman, type Postman, type WebhookCounts, type WebhookRetry } from "./webhooks/postman.ts";
import { signatureOf } from "./webhooks/signature.ts";

/** How a webhook is signed: truly, wrongly, or not at all. */
export type Signing = "valid" | "invalid" | "none";

/** What a receiver answered to a verification request. */
export type Verification = { readonly isVerified: boolean; readonly status: number | null };

/** The registered numbers, and the webhooks of each. */
export interface NumberBook {
  /** Registers a number or changes it; false if there are too many. Webhooks that wait go to the new URL with a new signature. */
  put(number: RegisteredNumber): boolean;
  get(phoneNumberId: string): RegisteredNumber | undefined;
  all(): readonly RegisteredNumber[];
  /** The numbers of a business account; none where there is no such account. */
  ofAccount(businessAccountId: string): readonly RegisteredNumber[];
  /** Sends the verification request (Graph API, Webhooks, verification requests); undefined if there is no such number. */
  verify(phoneNumberId: string): Promise<Verification | undefined>;
  /** Posts a body once, past queue and retries; gives the HTTP status, undefined if no answer came. */
  post(number: RegisteredNumber, body: Buffer, signing: Signing): Promise<number | undefined>;
  /** What became of the webhooks of all numbers. */
  webhookCounts(): WebhookCounts;
  /** Forgets the webhooks that wait, and the counts. */
  reset(): void;
}

/** What a number book works with. */
export type NumberBookOptions = {
  readonly world: World;
  readonly clock: Clock;
  readonly random: () => number;
  readonly retry: WebhookRetry;
  readonly client: HttpClient;
};

type Member = { registration: RegisteredNumber; url: URL; readonly postman: Postman };

/** Makes a number book that posts what the world tells. */
export function createNumberBook({ world, clock, random, retry, client }: NumberBookOptions): NumberBook {
  const members = new Map<string, Member>();
  world.subscribe((update) => {
    for (const member of receiversOf(members, update)) member.postman.take(update);
  });

  function put(registration: RegisteredNumber): boolean {
    const { phoneNumberId } = registration;
    const known = members.get(phoneNumberId);
    if (known === undefined && members.size >= simulatorLimits.numbers) return false;
    const url = new URL(registration.webhookUrl);
    world.putNumber(registration);
    if (known === undefined) members.set(phoneNumberId, join({ registration, url }));
    else Object.assign(known, { registration, url });
    return true;
  }

  function join(part: Omit<Member, "postman">): Member {
    const member: Member = {
      ...part,
      postman: createPostman({
        clock,
        random,
        faults: world.faults,
        retry,
        write: (updates) => Buffer.from(asciiJson(envelopeOf(member.registration, updates)), "latin1"),
        post: (body) => post(client, member, { body, signing: "valid" }),
        acknowledged,
      }),
    };
    return member;
  }

  function acknowledged(updates: readonly Update[]): void {
    for (const update of updates) if (update.type === "message") world.acknowledge(update.id);
  }

  async function verify(phoneNumberId: string): Promise<Verification | undefined> {
    const member = members.get(phoneNumberId);
    if (member === undefined) return undefined;
    const url = new URL(member.url);
    const challenge = randomBytes(8).readBigUInt64BE().toString();
    url.searchParams.set("hub.mode", "subscribe");
    url.searchParams.set("hub.challenge", challenge);
    url.searchParams.set("hub.verify_token", member.registration.verifyToken);
    const { status, body } = await client.exchange({ method: "GET", url });
    return { isVerified: status === 200 && body === challenge, status: status ?? null };
  }

  return {
    put,
    get: (phoneNumberId) => members.get(phoneNumberId)?.registration,
    all: () => Array.from(members.values(), ({ registration }) => registration),
    ofAccount: (businessAccountId) => ofAccount(members, businessAccountId).map(({ registration }) => registration),
    verify,
    post: (registration, body, signing) =>
      post(client, { registration, url: new URL(registration.webhookUrl) }, { body, signing }),
    webhookCounts: () => sumOf(Array.from(members.values(), ({ postman }) => postman.counts())),
    reset: () => {
      for (const { postman } of members.values()) postman.reset();
    },
  };
}

type Members = ReadonlyMap<string, Member>;

function ofAccount(members: Members, businessAccountId: string): readonly Member[] {
  return Array.from(members.values()).filter(
    ({ registration }) => registration.businessAccountId === businessAccountId,
  );
}

/** Who is told: the number that an update concerns. News of an account go once to each of its receivers, however many numbers a receiver has. */
function receiversOf(members: Members, update: Update): Iterable<Member> {
  if (update.type === "template") {
    return new Map(ofAccount(members, update.businessAccountId).map((member) => [member.url.href, member])).values();
  }
  const member = members.get(update.phoneNumberId);
  return member === undefined ? [] : [member];
}

async function post(
  client: HttpClient,
  { registration, url }: Omit<Member, "postman">,
  { body, signing }: { readonly body: Buffer; readonly signing: Signing },
): Promise<number | undefined> {
  const secret = signing === "valid" ? registration.appSecret : `not ${registration.appSecret}`;
  const signature = signing === "none" ? {} : { "x-hub-signature-256": signatureOf(body, secret) };
  const headers = { "content-type": "application/json", "content-length": body.length, ...signature };
  return (await client.exchange({ method: "POST", url, headers, body })).status;
}

function sumOf(counts: readonly WebhookCounts[]): WebhookCounts {
  const sum = { posted: 0, acknowledged: 0, retried: 0, waiting: 0, givenUp: 0 };
  for (const count of counts) {
    sum.posted += count.posted;
    sum.acknowledged += count.acknowledged;
    sum.retried += count.retried;
    sum.waiting += count.waiting;
    sum.givenUp += count.givenUp;
  }
  return sum;
}

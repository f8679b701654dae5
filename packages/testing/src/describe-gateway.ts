import type { Gateway } from "@parley/gateway";
import type { App, Contact, InboundContent, Json, Referral, Template, TemplateStatus } from "@parley/messaging";
import { describe, test } from "vitest";
import { describeAborts } from "./describe-gateway/aborts.ts";
import { describeAccepted } from "./describe-gateway/accepted.ts";
import { describeConsent } from "./describe-gateway/consent.ts";
import { describeIdentity } from "./describe-gateway/identity.ts";
import { describeMessageTypes } from "./describe-gateway/message-types.ts";
import { describeMessages } from "./describe-gateway/messages.ts";
import { describeReadMarks } from "./describe-gateway/read-marks.ts";
import { describeReceipts } from "./describe-gateway/receipts.ts";
import { describeRefusals } from "./describe-gateway/refusals.ts";
import { describeTemplates } from "./describe-gateway/templates.ts";
import { describeUncertain } from "./describe-gateway/uncertain.ts";
import { describeWebhooks } from "./describe-gateway/webhooks.ts";

/** What the provider does with sends. */
export type GatewayTreatment =
  | { readonly type: "accepts" }
  /** Says for good that it will not take the message, with a code of `GatewayUnderTest.codes`. */
  | { readonly type: "refuses"; readonly code: number }
  /** Takes nothing for the moment; may say for how long. */
  | { readonly type: "is-busy"; readonly retryAfterMs?: number }
  /** Cuts the connection before it takes the message. */
  | { readonly type: "loses-request" }
  /** Takes the message and cuts the connection. */
  | { readonly type: "loses-answer" }
  /** Fails, as with an HTTP status from 500. */
  | { readonly type: "breaks-down" }
  /** Takes the message, and answers what nobody can read. */
  | { readonly type: "babbles" }
  /** Gives no answer. */
  | { readonly type: "hangs" };

/** A message as the provider took it. */
export type TakenMessage = {
  readonly messageId: string;
  readonly sendKey: string;
  readonly to: Contact;
  readonly text: string;
  /** The message in the form in which the provider has it. */
  readonly content: Json;
  readonly contextId?: string | undefined;
};

/** What a provider makes of a template; a reason only where it has one to give. */
export type TemplateVerdict = {
  readonly status: Exclude<TemplateStatus, "draft" | "deleted">;
  readonly reason?: string;
};

/** A webhook as it was posted: its bytes and, where webhooks are signed, its signature. */
export type WebhookPost = { readonly bytes: Uint8Array; readonly signature?: string | undefined };

/** How a person writes. */
export type Writing = {
  readonly from: Contact;
  /** In milliseconds; whole seconds, which is all that some providers tell. */
  readonly sentAt?: number;
  /** The message it answers. */
  readonly contextId?: string;
  /** The advertisement that led them to the business. */
  readonly referral?: Referral;
};

/** What only some adapters can meet. */
export type GatewayTrait =
  /** A longest time that a send may take. */
  | "time-out"
  /** Webhooks that are signed. */
  | "signature"
  /** Webhooks in a format of the provider's own. */
  | "wire-format";

/** A gateway under test, with a provider of its own. `person` wrote a moment ago, so that free-form messages may be sent to them. */
export interface GatewayUnderTest {
  readonly gateway: Gateway;
  readonly app: App;
  readonly person: Contact;
  /** Codes with which the provider refuses a message: because of its rules, because of the message or the account, and as the person is another. */
  readonly codes: {
    readonly policy: readonly number[];
    readonly permanent: readonly number[];
    readonly identity: number;
  };
  /** The business account that the app's templates belong to. */
  readonly businessAccountId: string;
  /** Webhook bodies that are not for us or cannot be understood. */
  readonly strangeBodies: readonly Json[];
  /** What this adapter cannot have, each with the reason. */
  readonly lacks: { readonly [Trait in GatewayTrait]?: string };
  /** What the provider does with sends from now on. */
  treat(treatment: GatewayTreatment): Promise<void>;
  /** Lets every message that is sent from now on fail on its way, with this code. */
  failDeliveries(code: number): Promise<void>;
  /** How many requests to send the provider has had before it. */
  reached(): number;
  /** What the provider took, in order. */
  taken(): readonly TakenMessage[];
  /** A person writes to the app; gives the message's id. */
  write(content: InboundContent, writing: Writing): Promise<string>;
  /** The person is known by this identity key hash from now on, as with a new phone. */
  identify(person: Contact, identityHash: string): Promise<void>;
  /** The person stops marketing messages of the app in WhatsApp itself, or takes them again. */
  choose(person: Contact, choice: "stop" | "resume"): Promise<void>;
  /** The provider has this template, thinks this of it and says so. */
  judge(template: Template, verdict: TemplateVerdict): Promise<void>;
  /** Whether the person sees that their message was read. */
  isRead(messageId: string, person: Contact): boolean;
  /** Whether the person sees that the business is typing. */
  seesTyping(person: Contact): boolean;
  /** The provider posts this body as a webhook. */
  post(body: Json): Promise<void>;
  /** Everything that the provider posts from now on is posted twice. */
  postTwice(): Promise<void>;
  /** The webhooks posted so far. */
  posts(): readonly WebhookPost[];
  /** Whether a webhook was signed by the provider. */
  isSigned(post: WebhookPost): boolean;
  /** Lets go of everything. */
  dispose(): Promise<void>;
}

/** How a gateway is opened. */
export type OpenGatewayOptions = {
  /** The longest that a send may take. */
  readonly requestTimeoutMs: number;
};

/** Declares a test of one sentence about a gateway, which is opened before it and disposed of afterwards. */
export type TestGateway = (
  sentence: string,
  check: (subject: GatewayUnderTest) => Promise<void>,
  options?: { readonly needs?: GatewayTrait } & Partial<OpenGatewayOptions>,
) => void;

/**
 * Declares the conformance suite of gateways: what every adapter of the port must do, whatever it speaks to.
 *
 * @param name The gateway's name, as it stands in "It is true that a gateway to nowhere …".
 * @param open Opens a gateway with a provider that knows nobody yet; called anew for each test.
 */
export function describeGateway(name: string, open: (options: OpenGatewayOptions) => Promise<GatewayUnderTest>): void {
  describe(`It is true that ${name}`, () => {
    for (const declare of parts) declare(testOn(open));
  });
}

/** Far longer than any answer takes that is given at all; the longest that a test may take as well. */
const patientMs = 30_000;

function testOn(open: (options: OpenGatewayOptions) => Promise<GatewayUnderTest>): TestGateway {
  return (sentence, check, { needs, requestTimeoutMs = patientMs } = {}) => {
    // oxlint-disable-next-line vitest/expect-expect, vitest/valid-title -- The sentence and what it expects come from the parts.
    test(sentence, { timeout: patientMs }, async ({ skip }) => {
      const subject = await open({ requestTimeoutMs });
      try {
        const reason = needs && subject.lacks[needs];
        if (reason !== undefined) skip(reason);
        await check(subject);
      } finally {
        await subject.dispose();
      }
    });
  };
}

const parts: readonly ((testGateway: TestGateway) => void)[] = [
  describeAccepted,
  describeRefusals,
  describeUncertain,
  describeAborts,
  describeMessageTypes,
  describeReadMarks,
  describeMessages,
  describeIdentity,
  describeConsent,
  describeTemplates,
  describeReceipts,
  describeWebhooks,
];

import type { GatewayAccount } from "@parley/gateway";
import type { OutboundMessage, Template } from "@parley/messaging";
import { describe, test } from "vitest";
import { describeBusiness } from "./describe-account/business.ts";
import { describeFiles } from "./describe-account/files.ts";
import { describeStrangers } from "./describe-account/strangers.ts";
import { describeTemplateCare } from "./describe-account/template-care.ts";
import { describeTemplateList } from "./describe-account/template-list.ts";
import type { TemplateVerdict } from "./describe-gateway.ts";

/** An account under test, with a provider of its own that has one number of one business account. */
export interface AccountUnderTest {
  readonly account: GatewayAccount;
  /** The same, with credentials that the provider does not know. */
  readonly stranger: GatewayAccount;
  readonly phoneNumberId: string;
  readonly displayPhoneNumber: string;
  readonly businessAccountId: string;
  /** The provider has this template already, as if it had been submitted elsewhere. */
  put(template: Template): Promise<void>;
  /** The provider thinks this of a template from now on. */
  judge(providerId: string, verdict: TemplateVerdict): Promise<void>;
  /** Sends a message to a person who wrote a moment ago; whether the provider took it. */
  send(message: OutboundMessage): Promise<boolean>;
  /** Lets go of everything. */
  dispose(): Promise<void>;
}

/** Declares a test of one sentence about an account, which is opened before it and disposed of afterwards. */
export type TestAccount = (sentence: string, check: (subject: AccountUnderTest) => Promise<void>) => void;

/**
 * Declares the conformance suite of accounts: what every adapter of the port must do, whatever it speaks to.
 *
 * @param name The account's name, as it stands in "It is true that an account with the Cloud API …".
 * @param open Opens an account with a provider that has no templates yet; called anew for each test.
 */
export function describeAccount(name: string, open: () => Promise<AccountUnderTest>): void {
  const testAccount: TestAccount = (sentence, check) => {
    // oxlint-disable-next-line vitest/expect-expect, vitest/valid-title -- The sentence and what it expects come from the parts.
    test(sentence, { timeout: 30_000 }, async () => {
      const subject = await open();
      try {
        await check(subject);
      } finally {
        await subject.dispose();
      }
    });
  };
  describe(`It is true that ${name}`, () => {
    describeBusiness(testAccount);
    describeTemplateCare(testAccount);
    describeTemplateList(testAccount);
    describeFiles(testAccount);
    describeStrangers(testAccount);
  });
}

import type { NodeOf } from "@parley/flow";
import { formatIsoTime } from "@parley/messaging";
import type { OneTimePassword } from "../conversation.ts";
import type { Step } from "../step.ts";
import type { MakeBehaviour } from "./behaviour.ts";
import { answerOf, awaitAnswer, failAs } from "./perform.ts";

/** Generate OTP: makes a one-time password, or gives the one that is still good (Generate OTP node page). What is put out is sealed. */
export const generateOtp: MakeBehaviour<NodeOf<"generate-otp">> = ({ id, config }) => ({
  enter: (step) => {
    const known = step.context.oneTimePasswords?.[id];
    const isGood = known !== undefined && known.expiresAt > step.event.at && known.attemptsLeft > 0;
    if (config.resend === "same" && isGood) {
      putOut(known, step);
      return;
    }
    step.perform({ type: "generate-otp", format: config.format, length: config.length });
  },
  shape: () => awaitAnswer(id),
  reactions: {
    answer: (step) => {
      const answer = answerOf(step);
      if (answer.type !== "done") {
        failAs(step, answer);
        return;
      }
      const { digest, sealed } = answer.values as { digest: string; sealed: string };
      const expiresAt = step.event.at + config.validMinutes * 60_000;
      const made: OneTimePassword = { digest, sealed, expiresAt, attemptsLeft: config.attempts };
      step.update({ oneTimePasswords: { ...step.context.oneTimePasswords, [id]: made } });
      putOut(made, step);
    },
  },
});

function putOut({ sealed, expiresAt }: OneTimePassword, step: Step): void {
  step.putOut({ generateOTP: { OTP: sealed, expiresAt: formatIsoTime(expiresAt) } });
  step.decide("onSuccess");
}

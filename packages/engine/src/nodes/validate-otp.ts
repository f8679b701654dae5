import type { NodeOf } from "@parley/flow";
import type { OneTimePassword } from "../conversation.ts";
import type { Step } from "../step.ts";
import type { MakeBehaviour } from "./behaviour.ts";
import { answerOf, awaitAnswer, failAs } from "./perform.ts";

/** Validate OTP: one that was typed rightly is used up; wrong ones are counted (Validate OTP node page). */
export const validateOtp: MakeBehaviour<NodeOf<"validate-otp">> = ({ id, config }) => ({
  enter: (step) => {
    const known = step.context.oneTimePasswords?.[config.generator];
    const code = step.resolve(config.code).replaceAll(/[\s-]/g, "");
    if (known === undefined) refuse(step, "none", 0);
    else if (known.expiresAt <= step.event.at) refuse(step, "expired", known.attemptsLeft);
    else if (known.attemptsLeft <= 0) refuse(step, "locked", 0);
    else step.perform({ type: "validate-otp", digest: known.digest, code });
  },
  shape: () => awaitAnswer(id),
  reactions: {
    answer: (step) => {
      const answer = answerOf(step);
      const known = step.context.oneTimePasswords?.[config.generator];
      if (answer.type !== "done") failAs(step, answer);
      else if (known === undefined) refuse(step, "none", 0);
      else if (answer.values["isRight"] === true) {
        keep(step, config.generator, undefined);
        step.putOut({ validateOTP: { reason: "", attemptsLeft: known.attemptsLeft } });
        step.decide("onSuccess");
      } else {
        const attemptsLeft = known.attemptsLeft - 1;
        keep(step, config.generator, { ...known, attemptsLeft });
        refuse(step, attemptsLeft > 0 ? "wrong" : "locked", attemptsLeft);
      }
    },
  },
});

type Reason = "none" | "expired" | "locked" | "wrong";

const sentences: Record<Reason, string> = {
  none: "There is no one-time password to compare with: none was made, or it has been used.",
  expired: "The one-time password has expired.",
  locked: "The one-time password was typed wrong too often.",
  wrong: "What was typed is not the one-time password.",
};

function refuse(step: Step, reason: Reason, attemptsLeft: number): void {
  step.putOut({ validateOTP: { reason, attemptsLeft } });
  step.note({ type: "failed", nodeId: step.nodeId, reason: sentences[reason] });
  step.decide("onFail");
}

function keep(step: Step, generator: string, next: OneTimePassword | undefined): void {
  const rest = Object.entries(step.context.oneTimePasswords ?? {}).filter(([nodeId]) => nodeId !== generator);
  step.update({ oneTimePasswords: Object.fromEntries(next === undefined ? rest : [...rest, [generator, next]]) });
}

import { type Refusal, refusalCodes } from "@parley/engine";
import { assertNever, type RegisteredTemplate, type TemplateMessage, templateMismatch } from "@parley/messaging";

/** Refuses a message of a template that is not there, is not approved or wants other parameters; `registered` is what the app's registry has of it. */
export function templateRefusal(
  message: TemplateMessage,
  registered: RegisteredTemplate | undefined,
): Refusal | undefined {
  const name = `The template ${message.name} (${message.language})`;
  if (registered === undefined)
    return { code: refusalCodes.templateMissing, sentence: `${name} is not among the app's templates.` };
  const because = registered.reason === "" ? "" : `: ${registered.reason.replace(/\.$/, "")}`;
  switch (registered.status) {
    case "approved": {
      const mismatch = templateMismatch(registered.template, message);
      if (mismatch === undefined) return undefined;
      return { code: refusalCodes.templateParameters, sentence: `${name} does not fit. ${mismatch}` };
    }
    case "draft":
      return {
        code: refusalCodes.templateMissing,
        sentence: `${name} is a draft; submit it and wait for its approval.`,
      };
    case "pending":
      return { code: refusalCodes.templateMissing, sentence: `${name} is not approved yet.` };
    case "rejected":
      return { code: refusalCodes.templateMissing, sentence: `${name} was rejected${because}.` };
    case "deleted":
      return { code: refusalCodes.templateMissing, sentence: `${name} was deleted.` };
    case "paused":
      return { code: refusalCodes.templatePaused, sentence: `${name} is paused${because}.` };
    case "disabled":
      return { code: refusalCodes.templateDisabled, sentence: `${name} is disabled${because}.` };
    default:
      return assertNever(registered.status);
  }
}

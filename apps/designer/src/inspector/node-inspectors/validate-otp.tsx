import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { ExpressionControl } from "../expression-control.tsx";
import { NodeChoice } from "../node-choice.tsx";

/** Validate OTP: which password, and what was typed. */
export function ValidateOtpInspector({ nodeId }: { readonly nodeId: string }) {
  const { validateOtp: t } = useTexts().utilities;
  const code = useNodeField(nodeId, ["config", "code"]);
  return (
    <>
      <NodeChoice
        nodeId={nodeId}
        path={["config", "generator"]}
        type="generate-otp"
        label={t.generator}
        hint={t.generatorHint}
        choose={t.choose}
      />
      <ExpressionControl
        field={code}
        label={t.code}
        hint={t.codeHint}
        isRequired
        place={{ nodeId, isLeaving: false }}
      />
    </>
  );
}

import { useTexts } from "../../texts/use-texts.ts";
import { useNodeField } from "../bound-field.ts";
import { SelectControl } from "../controls.tsx";
import styles from "../inspector.module.css";
import { NumberControl } from "../number-control.tsx";

const formats = ["numeric", "alphabetic", "alphanumeric"] as const;
const resends = ["new", "same"] as const;

/** Generate OTP: what the password is made of, how long it is good, and how often it may be typed. */
export function GenerateOtpInspector({ nodeId }: { readonly nodeId: string }) {
  const { generateOtp: t } = useTexts().utilities;
  const format = useNodeField(nodeId, ["config", "format"]);
  const length = useNodeField(nodeId, ["config", "length"]);
  const validMinutes = useNodeField(nodeId, ["config", "validMinutes"]);
  const attempts = useNodeField(nodeId, ["config", "attempts"]);
  const resend = useNodeField(nodeId, ["config", "resend"]);
  return (
    <>
      <p className={styles["hint"]}>{t.about}</p>
      <SelectControl
        field={format}
        label={t.format}
        options={formats.map((value) => ({ value, label: t.formats[value] }))}
      />
      <NumberControl field={length} label={t.length} hint={t.lengthHint} isRequired />
      <NumberControl field={validMinutes} label={t.validMinutes} hint={t.validMinutesHint} isRequired />
      <NumberControl field={attempts} label={t.attempts} hint={t.attemptsHint} isRequired />
      <SelectControl
        field={resend}
        label={t.resend}
        hint={t.resendHint}
        options={resends.map((value) => ({ value, label: t.resends[value] }))}
      />
    </>
  );
}

import { messagingLimits } from "@parley/messaging";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Choice } from "../ui/choice.tsx";
import { Checkbox } from "../ui/field.tsx";
import { FormColumns } from "../ui/form.tsx";
import { Section } from "../ui/section.tsx";
import { TextField } from "../ui/text-field.tsx";
import { useEditing } from "./editing.ts";

const otpTypes = ["copy-code", "one-tap", "zero-tap"] as const;

/** The most digits of minutes; what is too many is told. */
const minuteDigits = 3;

/** The fields of a template for one-time passwords, whose text WhatsApp writes. */
export function AuthenticationFields() {
  const { form, problem, isReadOnly } = useEditing();
  const { templates: t } = useAreaTexts();
  const { otp, hasSecurityAdvice, expiry } = form.values;
  const change = (part: Partial<typeof otp>) => form.change({ otp: { ...otp, ...part } });
  const limit = messagingLimits.templateButtonTextLength;
  return (
    <Section title={t.authentication} about={t.authenticationAbout}>
      <Checkbox
        label={t.securityAdvice}
        disabled={isReadOnly}
        checked={hasSecurityAdvice}
        onChange={(event) => form.change({ hasSecurityAdvice: event.target.checked })}
      />
      <FormColumns>
        <TextField
          label={t.expiry}
          hint={t.expiryHint}
          error={problem("codeExpiresAfterMinutes", t.expiry)}
          inputMode="numeric"
          disabled={isReadOnly}
          value={expiry}
          onChange={(text) => form.change({ expiry: text.replaceAll(/\D/g, "").slice(0, minuteDigits) })}
        />
        <TextField
          label={t.otpText}
          hint={t.otpTextHint}
          limit={limit}
          error={problem("buttons[0].text", t.otpText)}
          disabled={isReadOnly}
          value={otp.text}
          onChange={(text) => change({ text })}
        />
      </FormColumns>
      <Choice
        label={t.otpType}
        isDisabled={isReadOnly}
        options={otpTypes.map((value) => ({ value, label: t.otpTypes[value], about: t.otpHints[value] }))}
        value={otp.otpType}
        onChange={(otpType) => change({ otpType })}
      />
      {otp.otpType === "copy-code" ? null : <AndroidFields />}
    </Section>
  );
}

/** By what WhatsApp knows the Android app that receives the code. */
function AndroidFields() {
  const { form, problem, isReadOnly } = useEditing();
  const { templates: t } = useAreaTexts();
  const { otp } = form.values;
  const bind = (name: "packageName" | "signatureHash" | "autofillText", label: string) => ({
    label,
    error: problem(`buttons[0].${name}`, label),
    disabled: isReadOnly,
    value: otp[name],
    onChange: (text: string) => form.change({ otp: { ...otp, [name]: text } }),
  });
  return (
    <FormColumns>
      <TextField {...bind("packageName", t.packageName)} hint={t.packageNameHint} isRequired />
      <TextField {...bind("signatureHash", t.signatureHash)} hint={t.signatureHashHint} isRequired />
      <TextField
        {...bind("autofillText", t.autofillText)}
        hint={t.otpTextHint}
        limit={messagingLimits.templateButtonTextLength}
      />
    </FormColumns>
  );
}

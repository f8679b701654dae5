import { messagingLimits, placeholdersIn, type TemplateButton } from "@parley/messaging";
import { Braces } from "lucide-react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { FormColumns } from "../ui/form.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { buttonTypes, withType } from "./button-type.ts";
import { useEditing } from "./editing.ts";
import styles from "./fields.module.css";

const { couponLength, templateButtonTextLength, urlLength } = messagingLimits;

/** The fields of one button; each kind has its own. */
export function ButtonFields({ index }: { readonly index: number }) {
  const { form, isReadOnly } = useEditing();
  const { templates: t } = useAreaTexts();
  const { buttons } = form.values;
  const button = buttons[index];
  const bind = useBind(index);
  if (button === undefined) return null;
  const replace = (next: TemplateButton) => form.change({ buttons: buttons.with(index, next) });
  // A template that came from WhatsApp may have a kind that only another category has; it stays until another is chosen.
  const types = buttonTypes.map((value) => ({ value: value as TemplateButton["type"], label: t.buttonTypes[value] }));
  const shown = button.type === "otp" ? [{ value: button.type, label: t.buttonTypes.otp }, ...types] : types;
  return (
    <>
      <FormColumns>
        <SelectField
          label={t.buttonType}
          disabled={isReadOnly}
          options={shown}
          value={button.type}
          onChange={(type) => (type === "otp" ? undefined : replace(withType(button, type)))}
        />
        {"text" in button ? (
          <TextField {...bind("text", t.buttonText, button.text)} isRequired limit={templateButtonTextLength} />
        ) : null}
        {button.type === "copy-code" ? (
          <TextField {...bind("example", t.couponExample, button.example)} isRequired limit={couponLength} />
        ) : null}
        {button.type === "phone-number" ? (
          <TextField {...bind("phoneNumber", t.phoneNumber, button.phoneNumber)} isRequired type="tel" />
        ) : null}
      </FormColumns>
      {button.type === "url" ? <UrlFields index={index} button={button} /> : null}
    </>
  );
}

type UrlFieldsProps = { readonly index: number; readonly button: Extract<TemplateButton, { type: "url" }> };

/** Where a button leads; what each message puts in the place of its placeholder has a sample. */
function UrlFields({ index, button }: UrlFieldsProps) {
  const { isReadOnly } = useEditing();
  const { templates: t } = useAreaTexts();
  const bind = useBind(index);
  const url = bind("url", t.url, button.url);
  const hasPlaceholder = placeholdersIn(button.url).length > 0;
  return (
    <>
      <TextField {...url} hint={t.urlHint} isRequired limit={urlLength} />
      {isReadOnly || hasPlaceholder ? null : (
        <Button
          className={styles["add"] ?? ""}
          aria-label={t.addUrlPlaceholder(t.buttonOf(index + 1))}
          onClick={() => url.onChange(`${button.url.trimEnd()}{{1}}`)}
        >
          <Braces size={14} aria-hidden /> {t.addPlaceholder}
        </Button>
      )}
      {hasPlaceholder ? <TextField {...bind("example", t.urlExample, button.example)} isRequired /> : null}
    </>
  );
}

/** Ties a text of a button to its field. */
function useBind(index: number) {
  const { form, problem, isReadOnly } = useEditing();
  const { buttons } = form.values;
  return (name: string, label: string, value: string) => ({
    label,
    value,
    error: problem(`buttons[${index}].${name}`, label),
    disabled: isReadOnly,
    onChange: (text: string) =>
      form.change({
        buttons: buttons.map((button, other) =>
          other === index ? ({ ...button, [name]: text } as TemplateButton) : button,
        ),
      }),
  });
}

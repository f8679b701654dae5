import { messagingLimits, placeholdersIn, type TemplateButton } from "@parley/messaging";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { FormColumns } from "../ui/form.tsx";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { buttonTypes, withType } from "./button-type.ts";
import { useEditing } from "./editing.ts";

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
      {button.type === "url" ? (
        <>
          <TextField {...bind("url", t.url, button.url)} hint={t.urlHint} isRequired limit={urlLength} />
          {placeholdersIn(button.url).length === 0 ? null : (
            <TextField {...bind("example", t.urlExample, button.example)} isRequired />
          )}
        </>
      ) : null}
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

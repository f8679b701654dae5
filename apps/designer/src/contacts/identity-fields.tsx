import { useAreaTexts } from "../texts/use-area-texts.ts";
import { FormColumns } from "../ui/form.tsx";
import { TextField } from "../ui/text-field.tsx";
import type { ContactForm } from "./contact-form.ts";

type IdentityFieldsProps = {
  readonly values: ContactForm;
  readonly onChange: (change: Partial<ContactForm>) => void;
  readonly problem: (path: string, label: string) => string | undefined;
};

/** What a contact is called, and by what it is known. */
export function IdentityFields({ values, onChange, problem }: IdentityFieldsProps) {
  const { contacts: t } = useAreaTexts();
  const bind = (name: "name" | "waId" | "bsuid" | "customerId") => ({
    label: t[name],
    error: problem(name, t[name]),
    value: values[name],
    onChange: (value: string) => onChange({ [name]: value }),
  });
  return (
    <FormColumns>
      <TextField {...bind("name")} hint={t.nameHint} />
      <TextField {...bind("waId")} hint={t.waIdHint} type="tel" />
      <TextField {...bind("customerId")} hint={t.customerIdHint} />
      <TextField {...bind("bsuid")} hint={t.bsuidHint} />
    </FormColumns>
  );
}

import { useState } from "react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { SelectField } from "../ui/select-field.tsx";
import { TextField } from "../ui/text-field.tsx";
import { languageOptions, templateLanguages } from "./languages.ts";

type LanguageFieldProps = {
  readonly value: string;
  readonly onChange: (language: string) => void;
  readonly error: string | undefined;
};

const other = "";

/** A language: one that is known, or another by its code. */
export function LanguageField({ value, onChange, error }: LanguageFieldProps) {
  const { templates: t, shell } = useAreaTexts();
  const [isOther, setIsOther] = useState(() => !templateLanguages.includes(value));
  const choose = (chosen: string): void => {
    setIsOther(chosen === other);
    onChange(chosen);
  };
  return (
    <>
      <SelectField
        label={t.language}
        error={isOther ? undefined : error}
        options={[...languageOptions(shell.locale), { value: other, label: t.languageOther }]}
        value={isOther ? other : value}
        onChange={choose}
      />
      {isOther ? (
        <TextField label={t.languageCode} hint={t.languageCodeHint} error={error} value={value} onChange={onChange} />
      ) : null}
    </>
  );
}

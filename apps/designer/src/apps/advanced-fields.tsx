import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { TextField } from "../ui/text-field.tsx";
import styles from "./advanced-fields.module.css";

type Bound = {
  readonly label: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
};

type AdvancedFieldsProps = {
  readonly bind: (name: "baseUrl" | "version") => Bound;
  readonly isDisabled?: boolean;
};

/** Where calls to WhatsApp go, which hardly anyone must change. */
export function AdvancedFields({ bind, isDisabled = false }: AdvancedFieldsProps) {
  const { connection: t } = useAreaTexts().apps;
  const baseUrl = bind("baseUrl");
  const version = bind("version");
  // What is wrong within must be seen.
  const isWrong = baseUrl.error !== undefined || version.error !== undefined;
  return (
    <Disclosure title={t.advanced} isOpen={isWrong}>
      {() => (
        <div className={styles["fields"]}>
          <TextField
            {...baseUrl}
            hint={t.baseUrlHint}
            placeholder="https://graph.facebook.com"
            type="url"
            disabled={isDisabled}
          />
          <TextField {...version} hint={t.versionHint} placeholder="v23.0" disabled={isDisabled} />
        </div>
      )}
    </Disclosure>
  );
}

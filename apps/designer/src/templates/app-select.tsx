import type { AppView } from "@parley/api";
import { appName } from "../apps/app-name.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { SelectField } from "../ui/select-field.tsx";
import styles from "./app-select.module.css";

type AppSelectProps = {
  readonly apps: readonly AppView[];
  readonly appId: string;
  readonly onChange: (appId: string) => void;
};

/** Whose templates are shown; where there is one app, there is nothing to choose. */
export function AppSelect({ apps, appId, onChange }: AppSelectProps) {
  const { templates: t } = useAreaTexts();
  if (apps.length < 2) return null;
  return (
    <div className={styles["select"]}>
      <SelectField
        label={t.app}
        options={apps.map((app) => ({ value: app.id, label: appName(app) }))}
        value={appId}
        onChange={onChange}
      />
    </div>
  );
}

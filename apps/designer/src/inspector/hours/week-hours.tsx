import { weekdays } from "@parley/flow";
import { isObject } from "../../document/read-json.ts";
import { listAt } from "../../nodes/in-words.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Button } from "../../ui/button.tsx";
import { useNodeField } from "../bound-field.ts";
import styles from "../inspector.module.css";
import { DayPeriods } from "./day-periods.tsx";
import hours from "./hours.module.css";

const workdays = weekdays.slice(1, 5);

/** The hours of each day of a week. */
export function WeekHours({ nodeId }: { readonly nodeId: string }) {
  const { businessHours: t } = useTexts().utilities;
  const week = useNodeField(nodeId, ["config", "week"]);
  const copy = () => {
    const value = week.value;
    if (value === undefined || !isObject(value)) return;
    const monday = listAt(value, "monday");
    week.onBlur();
    week.set({ ...value, ...Object.fromEntries(workdays.map((day) => [day, monday])) });
    week.onBlur();
  };
  return (
    <section className={styles["stack"]}>
      <div className={styles["about"]}>
        <h3 className={styles["heading"]}>{t.week}</h3>
        <p className={styles["hint"]}>{t.weekHint}</p>
      </div>
      <div className={hours["week"]}>
        {weekdays.map((day) => (
          <div key={day} className={hours["day"]} role="group" aria-label={t.days[day]}>
            <span className={hours["dayName"]}>{t.days[day]}</span>
            <DayPeriods nodeId={nodeId} path={["config", "week", day]} day={t.days[day]} />
          </div>
        ))}
      </div>
      {week.isReadOnly ? null : (
        <Button className={styles["add"] ?? ""} onClick={copy}>
          {t.copyMonday}
        </Button>
      )}
    </section>
  );
}

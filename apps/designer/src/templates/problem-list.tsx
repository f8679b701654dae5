import type { TemplateProblem } from "@parley/messaging";
import { CircleCheck } from "lucide-react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Status } from "../ui/status.tsx";
import styles from "./problem-list.module.css";
import { toMend } from "./problem-places.ts";

/** All that must be mended before a template can be submitted. */
export function ProblemList({ problems }: { readonly problems: readonly TemplateProblem[] }) {
  const texts = useAreaTexts();
  const { templates: t } = texts;
  if (problems.length === 0)
    return (
      <div>
        <Status tone="good" Icon={CircleCheck}>
          {t.ready}
        </Status>
      </div>
    );
  return (
    <section className={styles["problems"]} aria-label={t.toMend(problems.length)}>
      <p>{t.toMend(problems.length)}</p>
      <ul>
        {toMend(problems, texts).map(({ sentence }, index) => (
          // Two problems may read the same; the list is drawn anew with every text.
          <li key={index}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

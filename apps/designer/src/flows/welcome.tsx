import type { FlowSummary } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { MessageCircle } from "lucide-react";
import { useState } from "react";
import { examplesQuery, statusQuery } from "../server/queries.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { recall, remember } from "../ui/remembered.ts";
import { statusOf } from "./filter-flows.ts";
import styles from "./welcome.module.css";

/** Greets who comes for the first time with the example that runs already, until it is dismissed or there are flows of one's own. */
export function Welcome({ flows }: { readonly flows: readonly FlowSummary[] }) {
  const { welcome: t } = useTexts().flows;
  const navigate = useNavigate();
  const { data: examples = [] } = useQuery(examplesQuery);
  const { data: status } = useQuery(statusQuery);
  const [isDismissed, setIsDismissed] = useState(() => recall("welcome") === "dismissed");
  const running = flows.find((flow) => statusOf(flow) === "live" && examples.some(({ id }) => id === flow.id));
  if (isDismissed || running === undefined || flows.length > examples.length || status?.simulator !== true) return null;

  const dismiss = (): void => {
    remember("welcome", "dismissed");
    setIsDismissed(true);
  };
  const talk = () => void navigate({ to: "/flows/$flowId", params: { flowId: running.id }, search: { phone: true } });
  return (
    <section className={styles["welcome"]} aria-labelledby="welcome">
      <h2 id="welcome" className={styles["title"]}>
        {t.title}
      </h2>
      <p>{t.text(running.name)}</p>
      <div className={styles["actions"]}>
        <Button kind="primary" onClick={talk}>
          <MessageCircle size={16} aria-hidden /> {t.talk}
        </Button>
        <Button kind="quiet" onClick={dismiss}>
          {t.dismiss}
        </Button>
      </div>
    </section>
  );
}

import type { ContactThread } from "@parley/api";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BadgeCheck, Ban, CircleHelp, Clock, Lock, Megaphone } from "lucide-react";
import type { ReactNode } from "react";
import { flowsQuery } from "../server/queries.ts";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { Status } from "../ui/status.tsx";
import { useNow } from "../ui/use-now.ts";
import { useSayTime } from "../ui/use-say-time.ts";
import styles from "./thread-card.module.css";
import { entryPointInWords, windowInWords } from "./window-in-words.ts";

type ThreadCardProps = {
  readonly thread: ContactThread;
  readonly appName: string;
  readonly onRecord: () => void;
};

/** How a contact stands on one app. */
export function ThreadCard({ thread, appName, onRecord }: ThreadCardProps) {
  return (
    <article className={styles["card"]} aria-label={appName}>
      <h3 className={styles["title"]}>{appName}</h3>
      <dl className={styles["facts"]}>
        <SessionWindow thread={thread} />
        <FreeEntryPoint thread={thread} />
        <Consent thread={thread} appName={appName} onRecord={onRecord} />
        <Conversations thread={thread} />
      </dl>
    </article>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles["fact"]}>
      <dt className={styles["label"]}>{label}</dt>
      <dd className={styles["value"]}>{children}</dd>
    </div>
  );
}

function SessionWindow({ thread }: Pick<ThreadCardProps, "thread">) {
  const texts = useAreaTexts();
  const { contacts: t } = texts;
  const sayTime = useSayTime();
  const { isOpen, text } = windowInWords(thread, useNow(), texts);
  return (
    <Fact label={t.window.label}>
      <Status tone={isOpen ? "good" : "plain"} Icon={isOpen ? Clock : Lock}>
        {text}
      </Status>
      <p className={styles["hint"]}>
        {isOpen ? t.window.openHint : t.window.closedHint}
        {thread.lastInboundAt === undefined ? "" : ` ${t.lastWrote(sayTime(thread.lastInboundAt))}.`}
      </p>
    </Fact>
  );
}

function FreeEntryPoint({ thread }: Pick<ThreadCardProps, "thread">) {
  const texts = useAreaTexts();
  const { freeEntryPoint: t } = texts.contacts;
  const state = entryPointInWords(thread, useNow(), texts);
  if (state === undefined) return null;
  return (
    <Fact label={t.label}>
      <Status tone={state.isOpen ? "good" : "plain"} Icon={Megaphone}>
        {state.text}
      </Status>
      {state.isOpen ? <p className={styles["hint"]}>{t.hint}</p> : null}
    </Fact>
  );
}

function Consent({ thread: { optIn }, appName, onRecord }: ThreadCardProps) {
  const { optIn: t } = useAreaTexts().contacts;
  const sayTime = useSayTime();
  const isIn = optIn?.status === "opted-in";
  const record = (
    <Button aria-label={t.recordOf(appName)} onClick={onRecord}>
      {t.record}
    </Button>
  );
  if (optIn === undefined) {
    return (
      <Fact label={t.label}>
        <span className={styles["line"]}>
          <Status tone="plain" Icon={CircleHelp}>
            {t.none}
          </Status>
          {record}
        </span>
        <p className={styles["hint"]}>{t.noneHint}</p>
      </Fact>
    );
  }
  return (
    <Fact label={t.label}>
      <span className={styles["line"]}>
        <Status tone={isIn ? "good" : "bad"} Icon={isIn ? BadgeCheck : Ban}>
          {t.status[optIn.status]}
        </Status>
        <span>{t.at(sayTime(optIn.at), t.sources[optIn.source])}</span>
        {record}
      </span>
      {optIn.evidence === "" ? (
        <p className={styles["hint"]}>{t.noEvidence}</p>
      ) : (
        <blockquote className={styles["evidence"]} aria-label={t.evidence}>
          {optIn.evidence}
        </blockquote>
      )}
    </Fact>
  );
}

function Conversations({ thread: { liveConversations } }: Pick<ThreadCardProps, "thread">) {
  const { conversations: t } = useAreaTexts().contacts;
  const { data: flows = [] } = useQuery(flowsQuery);
  return (
    <Fact label={t.label}>
      {liveConversations.length === 0 ? <span className={styles["hint"]}>{t.none}</span> : null}
      <ul>
        {liveConversations.map(({ id, flowId, flowVersion }) => (
          <li key={id}>
            <Link
              to="/flows/$flowId"
              params={{ flowId }}
              search={{ version: flowVersion, trace: id }}
              className={styles["link"]}
            >
              {t.one(flows.find((flow) => flow.id === flowId)?.name ?? flowId, flowVersion)}
            </Link>
          </li>
        ))}
      </ul>
    </Fact>
  );
}

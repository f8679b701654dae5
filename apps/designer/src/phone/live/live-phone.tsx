import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { openOverlay } from "../../actions/overlays.ts";
import { flowsQuery, statusQuery } from "../../server/queries.ts";
import { sentenceOf } from "../../server/server-error.ts";
import { useSession } from "../../session/session-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Button } from "../../ui/button.tsx";
import { phoneLimits } from "../limits.ts";
import styles from "../phone.module.css";
import { LiveChat } from "./live-chat.tsx";

/** The phone with the live version: it writes to the server, which answers through the gateway simulator. */
export function LivePhone() {
  const session = useSession();
  const texts = useTexts();
  const { phone, shell } = texts;
  const status = useQuery({ ...statusQuery, refetchInterval: phoneLimits.standingEveryMs });
  const flows = useQuery({ ...flowsQuery, refetchInterval: phoneLimits.standingEveryMs });
  const error = status.error ?? flows.error;
  if (status.data === undefined || flows.data === undefined) {
    if (error === null) return <p role="status">{shell.loading}</p>;
    return (
      <Message
        action={shell.retry}
        onAct={() => void Promise.all([status.refetch(), flows.refetch()])}
        text={sentenceOf(error, texts)}
      />
    );
  }
  const { simulator, apps } = status.data;
  const flow = flows.data.find(({ id }) => id === session.flowId);
  const app = apps[0];
  if (!simulator || app === undefined) return <Message text={phone.noSimulator} />;
  if (flow?.liveVersion === undefined) {
    if (session.mode === "read") return <Message text={phone.notLive} />;
    return <Message text={phone.notLive} action={phone.makeLive} onAct={() => openOverlay(session, "make-live")} />;
  }
  const standing =
    flow.deletedAt !== undefined ? phone.binned : flow.isPaused ? phone.paused : phone.version(flow.liveVersion);
  return <LiveChat apps={apps} name={flow.name} standing={standing} />;
}

type MessageProps = { readonly text: ReactNode; readonly action?: string; readonly onAct?: () => void };

function Message({ text, action, onAct }: MessageProps) {
  return (
    <div className={styles["message"]} role="status">
      <p>{text}</p>
      {action === undefined ? null : (
        <Button kind="primary" onClick={onAct}>
          {action}
        </Button>
      )}
    </div>
  );
}

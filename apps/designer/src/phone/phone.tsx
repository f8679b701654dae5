import { useEffect } from "react";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Tabs } from "../ui/tabs.tsx";
import { LivePhone } from "./live/live-phone.tsx";
import styles from "./phone.module.css";
import { setPhoneMode, usePhoneMode } from "./phone-state.ts";
import { PreviewPhone } from "./preview/preview-phone.tsx";
import { noTrace } from "./trace-of.ts";

/** A phone beside the canvas, which talks to the draft or to the live version; what it sets in motion lights up on the canvas. */
export function Phone() {
  const session = useSession();
  const mode = usePhoneMode();
  const { phone } = useTexts();
  useEffect(() => () => session.trace.setState(noTrace), [session, mode]);
  return (
    <div className={styles["phone"]}>
      <Tabs
        label={phone.modes}
        shown={mode}
        onShow={(id) => setPhoneMode(session, id === "live" ? "live" : "preview")}
        tabs={[
          { id: "preview", title: phone.preview, content: <PreviewPhone /> },
          { id: "live", title: phone.live, content: <LivePhone /> },
        ]}
      />
    </div>
  );
}

import { X } from "lucide-react";
import { lazy, Suspense } from "react";
import { Inspector } from "../inspector/inspector.tsx";
import { FlowSettings } from "../inspector/flow-settings.tsx";
import type { Panel } from "../session/flow-session.ts";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/texts-context.ts";
import { IconButton } from "../ui/button.tsx";
import styles from "./side-panel.module.css";

const ProblemsPanel = lazy(async () => ({ default: (await import("../problems/problems-panel.tsx")).ProblemsPanel }));
const VersionsPanel = lazy(async () => ({ default: (await import("../versions/versions-panel.tsx")).VersionsPanel }));

const contents = {
  inspector: Inspector,
  flow: FlowSettings,
  problems: ProblemsPanel,
  versions: VersionsPanel,
} as const satisfies Record<Panel, unknown>;

/** The panel beside the middle: what is selected, what is wrong, what was, or the flow itself. */
export function SidePanel({ panel }: { readonly panel: Panel }) {
  const session = useSession();
  const { editor: t, loading } = useTexts().shell;
  const Content = contents[panel];
  return (
    <div className={styles["panel"]}>
      <div className={styles["head"]}>
        <h2 className={styles["title"]}>{t.panels[panel]}</h2>
        <IconButton label={t.closePanel(t.panels[panel])} onClick={() => session.view.setState({ panel: undefined })}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      <div className={styles["content"]}>
        <Suspense fallback={<p className={styles["loading"]}>{loading}</p>}>
          <Content />
        </Suspense>
      </div>
    </div>
  );
}

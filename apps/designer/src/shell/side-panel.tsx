import { Tabs } from "@base-ui/react/tabs";
import { X } from "lucide-react";
import { Suspense } from "react";
import { FlowSettings } from "../inspector/flow-settings.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import type { Panel } from "../session/flow-session.ts";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { IconButton } from "../ui/button.tsx";
import styles from "./side-panel.module.css";
import { later } from "../ui/later.ts";

const ProblemsPanel = later(async () => (await import("../problems/problems-panel.tsx")).ProblemsPanel);
const VersionsPanel = later(async () => (await import("../versions/versions-panel.tsx")).VersionsPanel);

const contents = {
  inspector: Inspector,
  problems: ProblemsPanel,
  versions: VersionsPanel,
  flow: FlowSettings,
} as const satisfies Record<Panel, unknown>;

const panels = Object.keys(contents) as readonly Panel[];

/** The panel beside the middle: what is selected, what is wrong, what was, or the flow itself. */
export function SidePanel({ panel }: { readonly panel: Panel }) {
  const session = useSession();
  const { editor: t, loading } = useTexts().shell;
  const Content = contents[panel];
  const show = (shown: Panel | undefined): void => session.view.setState({ panel: shown });
  return (
    <Tabs.Root className={styles["panel"]} value={panel} onValueChange={(chosen: Panel) => show(chosen)}>
      <div className={styles["head"]}>
        <Tabs.List className={styles["tabs"]} aria-label={t.panel}>
          {panels.map((one) => (
            <Tabs.Tab key={one} value={one} className={styles["tab"]}>
              {t.panels[one]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <IconButton label={t.closePanel(t.panels[panel])} onClick={() => show(undefined)}>
          <X size={16} aria-hidden />
        </IconButton>
      </div>
      <Tabs.Panel value={panel} className={styles["content"]}>
        <Suspense fallback={<p className={styles["loading"]}>{loading}</p>}>
          <Content />
        </Suspense>
      </Tabs.Panel>
    </Tabs.Root>
  );
}

import type { FlowSummary } from "@parley/api";
import { CirclePause, PencilLine, Radio, Trash2 } from "lucide-react";
import type { Texts } from "../texts/en/index.ts";
import { useTexts } from "../texts/use-texts.ts";
import { statusOf } from "./filter-flows.ts";
import styles from "./flow-status.module.css";

const icons = { live: Radio, paused: CirclePause, draft: PencilLine, bin: Trash2 };

/** How a flow stands, in words and with an icon of its own. */
export function FlowStatus({ flow }: { readonly flow: FlowSummary }) {
  const texts = useTexts();
  const status = statusOf(flow);
  const Icon = icons[status];
  return (
    <span className={styles["status"]} data-status={status}>
      <Icon size={14} aria-hidden /> {saying(flow, texts)}
    </span>
  );
}

function saying(flow: FlowSummary, { flows: { status: t } }: Texts): string {
  const { liveVersion } = flow;
  const status = statusOf(flow);
  if (status === "bin") return t.bin;
  if (status === "paused") return liveVersion === undefined ? t.pausedDraft : t.paused(liveVersion);
  return liveVersion === undefined ? t.draft : t.live(liveVersion);
}

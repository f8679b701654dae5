import type { FlowSummary } from "@parley/api";
import { CirclePause, PencilLine, Radio, Trash2 } from "lucide-react";
import type { Texts } from "../texts/en/index.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Status } from "../ui/status.tsx";
import { statusOf } from "./filter-flows.ts";

const faces = {
  live: { tone: "good", Icon: Radio },
  paused: { tone: "waiting", Icon: CirclePause },
  draft: { tone: "plain", Icon: PencilLine },
  bin: { tone: "plain", Icon: Trash2 },
} as const;

/** How a flow stands, in words and with an icon of its own. */
export function FlowStatus({ flow }: { readonly flow: FlowSummary }) {
  const texts = useTexts();
  const { tone, Icon } = faces[statusOf(flow)];
  return (
    <Status tone={tone} Icon={Icon}>
      {saying(flow, texts)}
    </Status>
  );
}

function saying(flow: FlowSummary, { flows: { status: t } }: Texts): string {
  const { liveVersion } = flow;
  const status = statusOf(flow);
  if (status === "bin") return t.bin;
  if (status === "paused") return liveVersion === undefined ? t.pausedDraft : t.paused(liveVersion);
  return liveVersion === undefined ? t.draft : t.live(liveVersion);
}

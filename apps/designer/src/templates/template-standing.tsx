import type { TemplateStatus } from "@parley/messaging";
import { CircleCheck, CirclePause, CircleX, Hourglass, PencilLine, ShieldOff, Trash2 } from "lucide-react";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Status } from "../ui/status.tsx";

const faces = {
  draft: { tone: "plain", Icon: PencilLine },
  pending: { tone: "waiting", Icon: Hourglass },
  approved: { tone: "good", Icon: CircleCheck },
  rejected: { tone: "bad", Icon: CircleX },
  paused: { tone: "waiting", Icon: CirclePause },
  disabled: { tone: "bad", Icon: ShieldOff },
  deleted: { tone: "plain", Icon: Trash2 },
} as const satisfies Record<TemplateStatus, { readonly tone: string; readonly Icon: typeof CircleX }>;

/** How far a template has come, in words and with an icon of its own. */
export function TemplateStanding({ status }: { readonly status: TemplateStatus }) {
  const { templates: t } = useAreaTexts();
  const { tone, Icon } = faces[status];
  return (
    <Status tone={tone} Icon={Icon}>
      {t.status[status]}
    </Status>
  );
}

import type { FlowSummary } from "@parley/api";
import { useNavigate } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { statusOf } from "./filter-flows.ts";
import { useFlowActions } from "./flow-actions.ts";

/** What can be done with a flow of the list. */
export function FlowMenu({ flow }: { readonly flow: FlowSummary }) {
  const texts = useTexts();
  const t = texts.flows;
  const { remove } = useFlowActions();
  const [isAsking, setIsAsking] = useState(false);
  const items = useItems(flow, () => setIsAsking(true));
  const confirm = (): void => {
    setIsAsking(false);
    void remove(flow);
  };
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t.actionsOf(flow.name)}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
        items={items}
      />
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t.deleteLive.title(flow.name)}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{texts.shell.cancel}</Button>
            <Button kind="danger" onClick={confirm}>
              {t.deleteLive.confirm}
            </Button>
          </>
        }
      >
        <p>{t.deleteLive.text(flow.liveConversations)}</p>
      </Dialog>
    </>
  );
}

/** What is offered depends on how the flow stands; deleting a live one is asked for first. */
function useItems(flow: FlowSummary, askToDelete: () => void): readonly MenuItem[] {
  const { flows: t } = useTexts();
  const actions = useFlowActions();
  const navigate = useNavigate();
  const status = statusOf(flow);
  const open = (search: { readonly phone?: true }) =>
    void navigate({ to: "/flows/$flowId", params: { flowId: flow.id }, search });
  const exportItem = { label: t.export, onChoose: () => void actions.exportDraft(flow) };
  if (status === "bin") return [{ label: t.restore, onChoose: () => void actions.restore(flow) }, exportItem];

  const isLive = status === "live";
  const running: Record<typeof status, readonly MenuItem[]> = {
    draft: [],
    paused: [{ label: t.resume, onChoose: () => void actions.resume(flow) }],
    live: [
      { label: t.talk, onChoose: () => open({ phone: true }) },
      { label: t.pause, onChoose: () => void actions.pause(flow) },
    ],
  };
  return [
    { label: t.open, onChoose: () => open({}) },
    ...running[status],
    "separator",
    { label: t.duplicate, onChoose: () => void actions.duplicate(flow) },
    exportItem,
    "separator",
    { label: t.delete, onChoose: isLive ? askToDelete : () => void actions.remove(flow), isDanger: true },
  ];
}

import type { FlowSummary } from "@parley/api";
import { useNavigate } from "@tanstack/react-router";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../texts/texts-context.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Menu, type MenuItem } from "../ui/menu.tsx";
import { statusOf } from "./filter-flows.ts";
import { useFlowActions } from "./flow-actions.ts";

/** What can be done with a flow of the list. */
export function FlowMenu({ flow }: { readonly flow: FlowSummary }) {
  const texts = useTexts();
  const t = texts.flows;
  const actions = useFlowActions();
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const { id, name } = flow;
  const status = statusOf(flow);
  const isLive = status === "live";
  const open = (phone: boolean) =>
    void navigate({ to: "/flows/$flowId", params: { flowId: id }, search: phone ? { phone } : {} });

  const running: readonly MenuItem[] = [
    ...(isLive ? [{ label: t.talk, onChoose: () => open(true) }] : []),
    ...(isLive ? [{ label: t.pause, onChoose: () => void actions.pause(flow) }] : []),
    ...(status === "paused" ? [{ label: t.resume, onChoose: () => void actions.resume(flow) }] : []),
  ];
  const items: readonly MenuItem[] =
    status === "bin"
      ? [
          { label: t.restore, onChoose: () => void actions.restore(flow) },
          { label: t.export, onChoose: () => void actions.exportDraft(flow) },
        ]
      : [
          { label: t.open, onChoose: () => open(false) },
          ...running,
          "separator",
          { label: t.duplicate, onChoose: () => void actions.duplicate(flow) },
          { label: t.export, onChoose: () => void actions.exportDraft(flow) },
          "separator",
          {
            label: t.delete,
            onChoose: () => (isLive ? setIsAsking(true) : void actions.remove(flow)),
            isDanger: true,
          },
        ];
  const remove = (): void => {
    setIsAsking(false);
    void actions.remove(flow);
  };
  return (
    <>
      <Menu
        trigger={
          <IconButton label={t.actionsOf(name)}>
            <Ellipsis size={16} aria-hidden />
          </IconButton>
        }
        items={items}
      />
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t.deleteLive.title(name)}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{texts.shell.cancel}</Button>
            <Button kind="danger" onClick={remove}>
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

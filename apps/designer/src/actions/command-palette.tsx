import { CircleAlert, TriangleAlert } from "lucide-react";
import { useMemo } from "react";
import { faceOf } from "../nodes/index.ts";
import { nodeTitle, typeTitle } from "../nodes/titles.ts";
import { type FlowSession, revealNode } from "../session/flow-session.ts";
import { useSession } from "../session/session-context.ts";
import type { Texts } from "../texts/en/index.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Dialog } from "../ui/dialog.tsx";
import { actionGroups } from "./action.ts";
import { type Choice, ChoiceList } from "./choice-list.tsx";
import { closeOverlay, useOverlay } from "./overlays.ts";
import { actions, isActionEnabled, keysOf, runAction } from "./registry.ts";

/** Everything that can be done now, every node and every problem, found by typing. */
export function CommandPalette() {
  const session = useSession();
  const texts = useTexts();
  const isOpen = useOverlay() === "commands";
  return (
    <Dialog isOpen={isOpen} onClose={() => closeOverlay(session, "commands")} title={texts.actions.commands}>
      {isOpen ? <Commands /> : null}
    </Dialog>
  );
}

function Commands() {
  const session = useSession();
  const texts = useTexts();
  // What is offered is what was there as the palette was opened, so that no entry moves.
  const choices = useMemo(() => commandChoices(session, texts).map(closesFirst(session)), [session, texts]);
  return <ChoiceList label={texts.actions.commandsLabel} choices={choices} />;
}

function closesFirst(session: FlowSession): (choice: Choice) => Choice {
  return (choice) => ({
    ...choice,
    onChoose: () => {
      closeOverlay(session, "commands");
      // Once the dialog has given the focus back: what is chosen may take it.
      setTimeout(choice.onChoose, 0);
    },
  });
}

/** What the palette offers now. */
export function commandChoices(session: FlowSession, texts: Texts): readonly Choice[] {
  return [
    ...actionGroups.flatMap((group) => actionChoices(session, texts, group)),
    ...nodeChoices(session, texts),
    ...problemChoices(session, texts),
  ];
}

function actionChoices(session: FlowSession, texts: Texts, group: (typeof actionGroups)[number]): Choice[] {
  return actions
    .filter((action) => action.group === group && action.id !== "commands" && isActionEnabled(action.id, session))
    .map((action) => ({
      id: `action-${action.id}`,
      section: texts.actions.groups[group],
      title: action.title(texts),
      detail: action.detail?.(session, texts),
      keys: keysOf(action.id),
      onChoose: () => runAction(action.id, session),
    }));
}

function nodeChoices(session: FlowSession, texts: Texts): Choice[] {
  return session.editor.document().nodes.map((node) => {
    const face = faceOf(node.type);
    const Icon = face?.icon;
    return {
      id: `node-${node.id}`,
      section: texts.actions.nodesSection,
      title: nodeTitle(node, texts),
      detail: `${node.id} · ${typeTitle(node.type, texts)}`,
      words: `${node.id} ${typeTitle(node.type, texts)} ${face?.summary(node.config, texts) ?? ""}`,
      icon: Icon === undefined ? null : <Icon size={16} />,
      onChoose: () => revealNode(session, node.id),
    };
  });
}

function problemChoices(session: FlowSession, texts: Texts): Choice[] {
  return session.problems.getState().issues.map(({ severity, message, nodeId, field }, index) => ({
    id: `problem-${index}`,
    section: texts.actions.problemsSection,
    title: message,
    words: nodeId,
    icon: severity === "error" ? <CircleAlert size={16} /> : <TriangleAlert size={16} />,
    onChoose: () => {
      if (nodeId === undefined) session.view.setState({ panel: "problems" });
      else revealNode(session, nodeId, field);
    },
  }));
}

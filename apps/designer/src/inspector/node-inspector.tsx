import { flowLimits } from "@parley/flow";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { nodeById } from "../document/outcomes.ts";
import { faceOf } from "../nodes/index.ts";
import { typeTitle } from "../nodes/titles.ts";
import { useDocument, useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Tabs } from "../ui/tabs.tsx";
import { ActionsTab } from "./actions-tab.tsx";
import { useNodeField } from "./bound-field.ts";
import { TextControl } from "./controls.tsx";
import styles from "./inspector.module.css";
import { OutcomesList } from "./outcomes-list.tsx";
import { InputVariables, OutputVariables } from "./variable-lists.tsx";
import { focusNearestField } from "./wanted-field.ts";

type NodeProps = { readonly nodeId: string };

/** All of one node: its name, what it does, what it does besides, notes, variables and where it leads. */
export function NodeInspector({ nodeId }: NodeProps) {
  const texts = useTexts();
  const { tabs } = texts.inspector;
  const panel = useRef<HTMLDivElement>(null);
  const [tab, setTab] = useWantedTab(panel);
  const type = useDocument((document) => nodeById(document, nodeId)?.type ?? "");
  const face = faceOf(type);
  if (face === undefined) {
    return <p className={styles["hint"]}>{texts.inspector.unknownType(type)}</p>;
  }
  const { icon: Icon, Inspector: Config } = face;
  return (
    <div ref={panel} className={styles["stack"]}>
      <header className={styles["head"]}>
        <Icon size={18} aria-hidden />
        <h2 className={styles["title"]}>{typeTitle(type, texts)}</h2>
        <code className={styles["hint"]}>{nodeId}</code>
      </header>
      <NodeName nodeId={nodeId} />
      <Tabs
        label={tabs.name}
        shown={tab}
        onShow={setTab}
        tabs={[
          {
            id: "config",
            title: tabs.config,
            content: (
              <div className={styles["stack"]} data-field="config">
                <Config nodeId={nodeId} />
              </div>
            ),
          },
          { id: "actions", title: <ActionsTitle nodeId={nodeId} />, content: <ActionsTab nodeId={nodeId} /> },
          { id: "note", title: tabs.note, content: <Note nodeId={nodeId} /> },
        ]}
      />
      <Part title={texts.inspector.outcomes} isOpen>
        <OutcomesList nodeId={nodeId} />
      </Part>
      <Part title={texts.inspector.inputs}>
        <InputVariables nodeId={nodeId} />
      </Part>
      <Part title={texts.inspector.outputs}>
        <OutputVariables nodeId={nodeId} />
      </Part>
    </div>
  );
}

/**
 * The tab that is shown. When a field of another tab is wanted, that tab is shown. The field takes the focus itself; if there is none of that
 * name, the nearest one does.
 */
function useWantedTab(panel: { readonly current: HTMLElement | null }) {
  const session = useSession();
  const [tab, setTab] = useState("config");
  const field = useSessionStore("view", ({ wantedField }) => wantedField);
  const wantedTab = field === undefined ? tab : tabOf(field, tab);
  if (wantedTab !== tab) setTab(wantedTab);
  useEffect(() => {
    const { wantedField } = session.view.getState();
    if (wantedField === undefined) return;
    // A form that is still being loaded hears of the wish when it is there.
    if (panel.current?.querySelector("[data-loading]")) return;
    // A node of an unknown type has no fields: the wish is over all the same.
    if (panel.current !== null) focusNearestField(panel.current, wantedField);
    session.view.setState({ wantedField: undefined });
  }, [session, field, tab, panel]);
  return [tab, setTab] as const;
}

function tabOf(field: string, shown: string): string {
  if (field === "note") return "note";
  if (/^on(Enter|Leave)\b/.test(field)) return "actions";
  return field.startsWith("config") ? "config" : shown;
}

function NodeName({ nodeId }: NodeProps) {
  const { inspector } = useTexts();
  return (
    <TextControl field={useNodeField(nodeId, ["name"])} label={inspector.nodeName} limit={flowLimits.nameLength} />
  );
}

function Note({ nodeId }: NodeProps) {
  const { inspector } = useTexts();
  return (
    <TextControl
      field={useNodeField(nodeId, ["note"])}
      label={inspector.noteLabel}
      hint={inspector.noteHint}
      isMultiline
      limit={flowLimits.descriptionLength}
    />
  );
}

function ActionsTitle({ nodeId }: NodeProps) {
  const { inspector } = useTexts();
  const count = useDocument((document) => {
    const node = nodeById(document, nodeId);
    return node === undefined ? 0 : node.onEnter.length + node.onLeave.length;
  });
  return (
    <>
      {inspector.tabs.actions}
      {count === 0 ? null : <span className={styles["badge"]}>{count}</span>}
    </>
  );
}

type PartProps = { readonly title: string; readonly isOpen?: boolean; readonly children: ReactNode };

/** A part that is folded away until it is asked for; what is folded is not made. */
function Part({ title, isOpen: isOpenFirst = false, children }: PartProps) {
  const [isOpen, setIsOpen] = useState(isOpenFirst);
  return (
    <details className={styles["part"]} open={isOpen} onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen ? children : null}
    </details>
  );
}

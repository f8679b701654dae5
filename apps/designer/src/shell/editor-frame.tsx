import { Suspense, useEffect, useState } from "react";
import { useStore } from "zustand";
import { useRouter } from "@tanstack/react-router";
import { provideFrame } from "../actions/frame.ts";
import { useShortcuts } from "../actions/shortcuts.ts";
import { Canvas } from "../canvas/canvas.tsx";
import { Palette } from "../canvas/palette.tsx";
import { useDraft } from "../saving/saving-context.ts";
import { useDocument, useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Pane } from "../ui/pane.tsx";
import { AddressSync } from "./address-sync.tsx";
import styles from "./editor-frame.module.css";
import { EditorNotices } from "./editor-notices.tsx";
import { Overlays } from "./overlays.tsx";
import { SidePanel } from "./side-panel.tsx";
import { TopBar } from "./top-bar.tsx";
import { TraceLink } from "./trace-link.tsx";
import { useNarrow } from "./use-narrow.ts";
import { useTitle } from "./use-title.ts";
import { later, useLoadLater } from "../ui/later.ts";

const ConflictDialog = later(async () => (await import("../saving/conflict-dialog.tsx")).ConflictDialog);
const Outline = later(async () => (await import("../outline/outline.tsx")).Outline);
const Phone = later(async () => (await import("../phone/phone.tsx")).Phone);

const widths = {
  palette: { initial: 176, least: 56, most: 280 },
  panel: { initial: window.innerWidth < 1_200 ? 320 : 380, least: 300, most: 640 },
  phone: { initial: 380, least: 340, most: 480 },
} as const;

type EditorFrameProps = {
  /** The version that is read; absent for the draft. */
  readonly version: number | undefined;
};

/** An open flow with all that stands round it. */
export function EditorFrame({ version }: EditorFrameProps) {
  const session = useSession();
  const { shell } = useTexts();
  const name = useDocument((document) => document.name) || shell.editor.unnamed;
  const { hasConflict, isChoosing, setIsChoosing } = useConflict();
  useTitle(shell.editor.title(name));
  useShortcuts(session);
  useFrame();
  useLoadLater();
  return (
    <div className={styles["page"]}>
      <AddressSync />
      <TraceLink />
      <TopBar version={version} onResolve={() => setIsChoosing(true)} />
      <EditorNotices version={version} />
      <Parts />
      <Overlays />
      <Suspense>
        {hasConflict ? <ConflictDialog isOpen={isChoosing} onClose={() => setIsChoosing(false)} /> : null}
      </Suspense>
    </div>
  );
}

function Parts() {
  const { mode } = useSession();
  const { editor: t, resize, loading } = useTexts().shell;
  const surface = useSessionStore("view", (view) => view.surface);
  const isPhoneOpen = useSessionStore("view", (view) => view.isPhoneOpen);
  const isNarrow = useNarrow();
  const waiting = <p className={styles["loading"]}>{loading}</p>;
  return (
    <div className={styles["parts"]}>
      {mode === "edit" && surface === "canvas" ? (
        <Pane name="palette" side="left" label={t.palette} resizeLabel={resize(t.palette)} width={widths.palette}>
          <Palette />
        </Pane>
      ) : null}
      <main className={styles["main"]} aria-label={t.main}>
        {surface === "canvas" ? (
          <Canvas />
        ) : (
          <Suspense fallback={waiting}>
            <Outline />
          </Suspense>
        )}
      </main>
      {isNarrow ? <Sheet /> : <Beside />}
      {isPhoneOpen && !isNarrow ? (
        <Pane name="phone" side="right" label={t.phone} resizeLabel={resize(t.phone)} width={widths.phone}>
          <Suspense fallback={waiting}>
            <Phone />
          </Suspense>
        </Pane>
      ) : null}
    </div>
  );
}

function Beside() {
  const { editor: t, resize } = useTexts().shell;
  const panel = useSessionStore("view", (view) => view.panel);
  if (panel === undefined) return null;
  return (
    <Pane name="panel" side="right" label={t.panel} resizeLabel={resize(t.panel)} width={widths.panel}>
      <SidePanel panel={panel} />
    </Pane>
  );
}

/** On a narrow window the panel lies over the lower part, and only while it has something to show. */
function Sheet() {
  const { editor: t } = useTexts().shell;
  const panel = useSessionStore("view", (view) => view.panel);
  const hasSelection = useSessionStore("view", (view) => view.nodeIds.size + view.edgeIds.size + view.noteIds.size > 0);
  if (panel === undefined || (panel === "inspector" && !hasSelection)) return null;
  return (
    <section className={styles["sheet"]} aria-label={t.panel}>
      <SidePanel panel={panel} />
    </section>
  );
}

/** Tells the actions how this page saves and where it leads. */
function useFrame(): void {
  const session = useSession();
  const { saving } = useDraft();
  const router = useRouter();
  useEffect(
    () =>
      provideFrame(session, {
        saveNow: () => void saving.saveNow(),
        goToList: () => void router.navigate({ to: "/" }),
      }),
    [session, saving, router],
  );
}

/** Whether there was a conflict yet, and whether the choice is open: it opens when one is met, and again when someone asks for it. */
function useConflict() {
  const met = useStore(useDraft().saving.trouble, ({ conflict }) => conflict);
  const [last, setLast] = useState<typeof met>();
  const [hasConflict, setHasConflict] = useState(false);
  const [isChoosing, setIsChoosing] = useState(false);
  if (met !== last) {
    setLast(met);
    setIsChoosing(met !== undefined);
    setHasConflict(true);
  }
  return { hasConflict, isChoosing, setIsChoosing };
}

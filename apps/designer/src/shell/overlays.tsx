import { Suspense, useState } from "react";
import { type Overlay, useOverlay } from "../actions/overlays.ts";
import { later } from "../ui/later.ts";

const CommandPalette = later(async () => (await import("../actions/command-palette.tsx")).CommandPalette);
const ShortcutSheet = later(async () => (await import("../actions/shortcut-sheet.tsx")).ShortcutSheet);
const MakeLiveDialog = later(async () => (await import("../versions/make-live-dialog.tsx")).MakeLiveDialog);

/** The dialogs over the editor. Each is loaded when it is first opened, and stays to give the focus back when it closes. */
export function Overlays() {
  const overlay = useOverlay();
  const [opened, setOpened] = useState<readonly Overlay[]>([]);
  if (overlay !== undefined && !opened.includes(overlay)) setOpened([...opened, overlay]);
  return (
    <Suspense>
      {opened.includes("commands") ? <CommandPalette /> : null}
      {opened.includes("shortcuts") ? <ShortcutSheet /> : null}
      {opened.includes("make-live") ? <MakeLiveDialog /> : null}
    </Suspense>
  );
}

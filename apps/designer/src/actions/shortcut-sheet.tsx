import { useStore } from "zustand";
import { useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Checkbox } from "../ui/field.tsx";
import { actionGroups } from "./action.ts";
import { shownKeys } from "./keys-text.ts";
import { closeOverlay, useOverlay } from "./overlays.ts";
import { actions } from "./registry.ts";
import styles from "./shortcut-sheet.module.css";
import { setSingleKeys, singleKeys } from "./single-keys.ts";

/** All keys, by group: those of the actions, then those that canvas and outline hear themselves. */
export function ShortcutSheet() {
  const session = useSession();
  const texts = useTexts();
  const areOn = useStore(singleKeys, (state) => state.areOn);
  const isOpen = useOverlay() === "shortcuts";
  const groups = actionGroups.map((group) => ({
    title: texts.actions.groups[group],
    rows: actions.flatMap(({ group: of, keys, title }) =>
      of === group && keys ? [{ keys, title: title(texts) }] : [],
    ),
  }));
  const { canvasKeys, outlineKeys } = texts.actions;
  return (
    <Dialog isOpen={isOpen} onClose={() => closeOverlay(session, "shortcuts")} title={texts.actions.shortcuts}>
      <Checkbox
        label={texts.actions.singleKeys}
        hint={texts.actions.singleKeysHint}
        checked={areOn}
        onChange={(event) => setSingleKeys(event.target.checked)}
      />
      <div className={styles["groups"]}>
        {[...groups, canvasKeys, outlineKeys].map(({ title, rows }) => (
          <section key={title} className={styles["group"]}>
            <h3>{title}</h3>
            <dl className={styles["rows"]}>
              {rows.map((row) => (
                <div key={row.title} className={styles["row"]}>
                  <dt>{row.title}</dt>
                  <dd>
                    <kbd className={styles["keys"]}>{shownKeys(row.keys)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

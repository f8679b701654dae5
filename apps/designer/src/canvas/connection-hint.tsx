import { useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { useSession } from "../session/session-context.ts";
import { canvasOf, useCanvas } from "./canvas-state.ts";
import styles from "./canvas.module.css";

/** Says what to do after an outcome was clicked, until its target is chosen. */
export function ConnectionHint() {
  const texts = useTexts().canvas;
  const store = useStoreApi();
  const state = canvasOf(useSession());
  const isWaiting = useCanvas(({ clickedHandle }) => clickedHandle !== undefined);
  useEffect(() => {
    // The library remembers the click too, and is told when it no longer counts.
    if (!isWaiting) return store.setState({ connectionClickStartHandle: null });
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === "Escape") state.setState({ clickedHandle: undefined });
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [isWaiting, store, state]);
  return (
    <p className={isWaiting ? styles["hint"] : "visually-hidden"} role="status">
      {isWaiting ? texts.clickTarget : ""}
    </p>
  );
}

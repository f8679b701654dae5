import { Upload } from "lucide-react";
import { useEffect, useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import styles from "./drop-zone.module.css";

/** Takes files that are dropped anywhere on the page, and says so while one is held over it. */
export function DropZone({ onFile }: { readonly onFile: (file: File) => void }) {
  const { drop } = useTexts().flows.importing;
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      event.preventDefault();
      setIsOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Leaving one element for another within the page is no leaving.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const dropped = (event: DragEvent): void => {
      setIsOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file === undefined) return;
      event.preventDefault();
      onFile(file);
    };
    const listeners = [
      ["dragover", over],
      ["dragleave", leave],
      ["drop", dropped],
    ] as const;
    for (const [type, listener] of listeners) window.addEventListener(type, listener);
    return () => {
      for (const [type, listener] of listeners) window.removeEventListener(type, listener);
    };
  }, [onFile]);
  if (!isOver) return null;
  return (
    <div className={styles["zone"]}>
      <p className={styles["text"]}>
        <Upload size={20} aria-hidden /> {drop}
      </p>
    </div>
  );
}

import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { DropZone } from "./drop-zone.tsx";
import { useFlowActions } from "./flow-actions.ts";
import styles from "./import-flow.module.css";
import { flowListLimits } from "./limits.ts";
import { readFlowFile } from "./read-flow-file.ts";

type BrokenFile = { readonly name: string; readonly problems: readonly string[] };

/** Imports flows from files that are chosen here or dropped anywhere. What is wrong with a broken one is told, and nothing is created. */
export function ImportFlow() {
  const texts = useTexts();
  const { importing: t } = texts.flows;
  const { importDraft } = useFlowActions();
  const input = useRef<HTMLInputElement>(null);
  const [broken, setBroken] = useState<BrokenFile>();

  const take = async (file: File): Promise<void> => {
    const text = await file.text().catch(() => undefined);
    const read = text === undefined ? undefined : readFlowFile(text, texts);
    if (read?.isFlow === true) await importDraft(read.draft);
    else setBroken({ name: file.name, problems: read?.problems ?? [t.unreadable] });
  };

  return (
    <>
      <Button onClick={() => input.current?.click()}>
        <Upload size={16} aria-hidden /> {texts.flows.import}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept="application/json,.json"
        aria-label={t.choose}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file again, once it is mended, is a change too.
          event.target.value = "";
          if (file !== undefined) void take(file);
        }}
      />
      <DropZone onFile={(file) => void take(file)} />
      <BrokenFileDialog file={broken} onClose={() => setBroken(undefined)} />
    </>
  );
}

function BrokenFileDialog({ file, onClose }: { file: BrokenFile | undefined; onClose: () => void }) {
  const texts = useTexts();
  const { importing: t } = texts.flows;
  const { problems = [], name = "" } = file ?? {};
  const rest = problems.length - flowListLimits.problemsShown;
  return (
    <Dialog
      isOpen={file !== undefined}
      onClose={onClose}
      title={t.broken(name)}
      actions={
        <Button kind="primary" onClick={onClose}>
          {texts.shell.close}
        </Button>
      }
    >
      <p>{t.nothing}</p>
      <ul className={styles["problems"]}>
        {problems.slice(0, flowListLimits.problemsShown).map((problem, index) => (
          // Two problems may read the same; the list never changes.
          <li key={index}>{problem}</li>
        ))}
        {rest > 0 ? <li>{t.more(rest)}</li> : null}
      </ul>
    </Dialog>
  );
}

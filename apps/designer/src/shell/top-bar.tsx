import { Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { SavingStatus } from "../saving/saving-status.tsx";
import { useDocument, useSession } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Tooltip } from "../ui/tooltip.tsx";
import styles from "./top-bar.module.css";
import { TopButtons } from "./top-buttons.tsx";
import { UndoButtons } from "./undo-buttons.tsx";

type TopBarProps = {
  /** The version that is read; absent for the draft. */
  readonly version: number | undefined;
  readonly onResolve: () => void;
};

/** The bar above an open flow. */
export function TopBar({ version, onResolve }: TopBarProps) {
  const session = useSession();
  const { shell, versions } = useTexts();
  const name = useDocument((document) => document.name) || shell.editor.unnamed;
  return (
    <header className={styles["bar"]} aria-label={shell.editor.toolbar}>
      <Tooltip text={shell.editor.toList}>
        <Link to="/" className={styles["back"]} aria-label={shell.editor.toList}>
          <ArrowLeft size={16} aria-hidden />
        </Link>
      </Tooltip>
      <h1 className={styles["title"]}>
        <Button
          kind="quiet"
          className={styles["name"] ?? ""}
          aria-label={shell.editor.nameOf(name)}
          onClick={() => session.view.setState({ panel: "flow" })}
        >
          {name}
        </Button>
      </h1>
      {version === undefined ? (
        <SavingStatus onResolve={onResolve} />
      ) : (
        <span className={styles["version"]}>{versions.version(version)}</span>
      )}
      <div className={styles["space"]} />
      {session.mode === "edit" ? <UndoButtons /> : null}
      <TopButtons isDraft={version === undefined} />
    </header>
  );
}

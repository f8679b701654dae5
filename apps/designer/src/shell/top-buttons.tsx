import { CircleAlert, CircleCheck, History, ListTree, Search, Smartphone, TriangleAlert, Workflow } from "lucide-react";
import { keysOf, runAction } from "../actions/registry.ts";
import type { ReactNode } from "react";
import type { Panel } from "../session/flow-session.ts";
import { useSession, useSessionStore } from "../session/session-context.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button, IconButton } from "../ui/button.tsx";
import { MoreMenu } from "./more-menu.tsx";
import styles from "./top-bar.module.css";
import { useNarrow } from "./use-narrow.ts";

/** What is looked at, and Make Live. */
export function TopButtons({ isDraft }: { readonly isDraft: boolean }) {
  const session = useSession();
  const { editor: t } = useTexts().shell;
  const isPhoneOpen = useSessionStore("view", (view) => view.isPhoneOpen);
  const isNarrow = useNarrow();
  return (
    <>
      <Surfaces />
      <IconButton label={t.commands} keys={keysOf("commands")} onClick={() => runAction("commands", session)}>
        <Search size={16} aria-hidden />
      </IconButton>
      <ProblemsButton />
      <PanelButton panel="versions" label={t.versions}>
        <History size={16} aria-hidden />
      </PanelButton>
      {isNarrow ? null : (
        <IconButton
          label={t.openPhone}
          keys={keysOf("toggle-phone")}
          aria-pressed={isPhoneOpen}
          onClick={() => runAction("toggle-phone", session)}
        >
          <Smartphone size={16} aria-hidden />
        </IconButton>
      )}
      <MoreMenu />
      {isDraft && session.mode === "edit" ? (
        <Button kind="primary" onClick={() => runAction("make-live", session)}>
          {t.makeLive}
        </Button>
      ) : null}
    </>
  );
}

function Surfaces() {
  const session = useSession();
  const { editor: t } = useTexts().shell;
  const surface = useSessionStore("view", (view) => view.surface);
  return (
    <fieldset className={styles["surfaces"]}>
      <legend className="visually-hidden">{t.surfaces}</legend>
      <IconButton
        label={t.canvas}
        aria-pressed={surface === "canvas"}
        onClick={() => session.view.setState({ surface: "canvas" })}
      >
        <Workflow size={16} aria-hidden />
      </IconButton>
      <IconButton
        label={t.outline}
        aria-pressed={surface === "outline"}
        onClick={() => session.view.setState({ surface: "outline" })}
      >
        <ListTree size={16} aria-hidden />
      </IconButton>
    </fieldset>
  );
}

function ProblemsButton() {
  const { editor: t } = useTexts().shell;
  const isChecked = useSessionStore("problems", (state) => state.isChecked);
  const errors = useSessionStore("problems", ({ issues }) => count(issues, "error"));
  const warnings = useSessionStore("problems", ({ issues }) => count(issues, "warning"));
  const Icon = errors > 0 ? CircleAlert : warnings > 0 ? TriangleAlert : CircleCheck;
  const severity = errors > 0 ? "error" : warnings > 0 ? "warning" : "none";
  return (
    <PanelButton panel="problems" label={isChecked ? t.problems(errors, warnings) : t.checking}>
      <span className={styles["problems"]} data-severity={severity}>
        <Icon size={16} aria-hidden />
        {errors + warnings === 0 ? null : <span aria-hidden>{errors + warnings}</span>}
      </span>
    </PanelButton>
  );
}

function count(issues: readonly { readonly severity: string }[], severity: string): number {
  return issues.filter((issue) => issue.severity === severity).length;
}

type PanelButtonProps = { readonly panel: Panel; readonly label: string; readonly children: ReactNode };

function PanelButton({ panel, label, children }: PanelButtonProps) {
  const session = useSession();
  const isOpen = useSessionStore("view", (view) => view.panel === panel);
  return (
    <IconButton
      label={label}
      keys={panel === "problems" || panel === "versions" ? keysOf(`go-${panel}`) : undefined}
      aria-pressed={isOpen}
      onClick={() => session.view.setState({ panel: isOpen ? "inspector" : panel })}
    >
      {children}
    </IconButton>
  );
}

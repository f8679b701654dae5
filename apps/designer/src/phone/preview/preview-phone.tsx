import { useEffect, useState } from "react";
import { useDocument, useSession } from "../../session/session-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/field.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Chat } from "../chat/chat.tsx";
import { useFindTemplate } from "../chat/use-find-template.ts";
import type { Writing } from "../chat/writing.ts";
import { phoneLimits } from "../limits.ts";
import styles from "../phone.module.css";
import { traceOfPreview } from "../trace-of.ts";
import { PreviewControls } from "./preview-controls.tsx";
import {
  act,
  isOutdated,
  isUntouched,
  type PreviewRun,
  previewRunOf,
  type RunningPreview,
  startPreview,
  usePreviewRun,
} from "./preview-run.ts";
import { ReceiptMenu } from "./receipt-menu.tsx";
import { StepList } from "./step-list.tsx";
import { VariablesTable } from "./variables-table.tsx";
import { WrongFlow } from "./wrong-flow.tsx";

/** The phone in a preview: the draft as it is drawn, in this browser, with a time that is skipped by hand. */
export function PreviewPhone() {
  const session = useSession();
  const { phone, shell } = useTexts();
  const run = usePreviewRun();
  useFreshDraft(run.type);
  switch (run.type) {
    case "running":
      return <Running run={run} />;
    case "wrong":
      return <WrongFlow issues={run.issues} />;
    case "not-loaded":
      return (
        <div className={styles["message"]} role="alert">
          <p>{phone.loadFailed}</p>
          <Button onClick={() => void startPreview(session)}>{shell.retry}</Button>
        </div>
      );
    default:
      return <p role="status">{phone.loading}</p>;
  }
}

/** A preview that nobody has written to takes every change of the draft; one that has begun goes on as it is. */
function useFreshDraft(type: PreviewRun["type"]): void {
  const session = useSession();
  const document = useDocument((whole) => whole);
  useEffect(() => {
    const run = previewRunOf(session);
    if (run.type === "idle") return void startPreview(session);
    if (!("document" in run) || run.document === document) return;
    if (!isUntouched(run) || (run.type === "running" && !isOutdated(run, document))) return;
    const timer = setTimeout(() => void startPreview(session), phoneLimits.draftRestsMs);
    return () => clearTimeout(timer);
  }, [session, document, type]);
}

function Running({ run }: { readonly run: RunningPreview }) {
  const session = useSession();
  const texts = useTexts();
  const { phone } = texts;
  const { state, underWay } = run;
  const { steps, conversations } = state;
  const findTemplate = useFindTemplate(state.entries);
  const [isReferred, setIsReferred] = useState(false);
  const write = ({ text, content, contextId }: Writing): void => {
    const written = content ?? text;
    if (written === undefined) return;
    setIsReferred(false);
    void act(session, (preview) => preview.write(written, { contextId, isReferred }));
  };
  useEffect(() => session.trace.setState(traceOfPreview(steps, conversations)), [session, steps, conversations]);
  return (
    <div className={styles["part"]}>
      <ChangedNotice run={run} />
      <Chat
        name={run.document.name}
        about={phone.preview}
        messages={state.entries}
        isTyping={underWay > 0 || state.isTyping}
        now={state.now}
        findTemplate={findTemplate}
        onWrite={write}
        controlsOf={(message) => <ReceiptMenu message={message} failures={run.failures} />}
      />
      {state.alerts.map((sentence) => (
        <p key={sentence} className={styles["message"]} role="alert">
          {phone.alert(sentence)}
        </p>
      ))}
      <Checkbox
        label={phone.referred}
        hint={phone.referredHint}
        checked={isReferred}
        onChange={({ target }) => setIsReferred(target.checked)}
      />
      <PreviewControls run={run} />
      <Tabs
        label={phone.details}
        tabs={[
          { id: "steps", title: phone.steps, content: <StepList run={run} /> },
          { id: "variables", title: phone.variables, content: <VariablesTable conversation={conversations.at(-1)} /> },
        ]}
      />
    </div>
  );
}

function ChangedNotice({ run }: { readonly run: RunningPreview }) {
  const session = useSession();
  const { phone } = useTexts();
  const hasChanged = useDocument((document) => isOutdated(run, document) && !isUntouched(run));
  if (!hasChanged) return null;
  return (
    <div className={styles["message"]} role="status">
      <p>{phone.changed}</p>
      <Button kind="primary" onClick={() => void startPreview(session)}>
        {phone.restartChanged}
      </Button>
    </div>
  );
}

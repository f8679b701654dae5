import { messagingLimits } from "@parley/messaging";
import type { PreviewReceipts, PreviewState } from "@parley/simulator";
import { FastForward, RotateCcw } from "lucide-react";
import { useId, useState } from "react";
import { timeInWords } from "../../nodes/in-words.ts";
import { useSession } from "../../session/session-context.ts";
import { useTexts } from "../../texts/use-texts.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Checkbox, Select } from "../../ui/field.tsx";
import styles from "../phone.module.css";
import { nodeName } from "./describe-step.ts";
import { act, type RunningPreview, startPreview } from "./preview-run.ts";

type RunProps = { readonly run: RunningPreview };

/** What a person can have happen in a preview. */
export function PreviewControls({ run }: RunProps) {
  const { phone } = useTexts();
  return (
    <section className={styles["controls"]} aria-label={phone.controls}>
      <Times state={run.state} />
      <Skipping run={run} />
      <Choices run={run} />
      <Person run={run} />
    </section>
  );
}

function Times({ state: { now, windowClosesAt } }: { readonly state: PreviewState }) {
  const texts = useTexts();
  const { phone, shell } = texts;
  const format: Intl.DateTimeFormatOptions = {
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  };
  const clock = phone.clock(new Intl.DateTimeFormat(shell.locale, format).format(now));
  if (windowClosesAt === undefined) return <p className={styles["said"]}>{clock}</p>;
  const left = windowClosesAt - now;
  const window = left > 0 ? phone.windowOpen(timeInWords(Math.ceil(left / 60_000) * 60, texts)) : phone.windowClosed;
  return (
    <p className={styles["said"]}>
      {clock} {window}
    </p>
  );
}

function Skipping({ run }: RunProps) {
  const session = useSession();
  const texts = useTexts();
  const { phone } = texts;
  const { state, document } = run;
  const { next, now } = state;
  const node = next?.nodeId === undefined ? "" : nodeName(document, next.nodeId, texts);
  const skip = (ms: number): void => void act(session, (preview) => preview.skip(ms));
  return (
    <>
      <p>
        {next === undefined ? phone.nothingNext : next.type === "timer" ? phone.nextTimer(node) : phone.nextRetry(node)}
      </p>
      <div className={styles["buttons"]}>
        <Button disabled={next === undefined} onClick={() => void act(session, (preview) => preview.skipToNext())}>
          <FastForward size={16} aria-hidden />
          {next === undefined ? phone.skipNothing : phone.skip(timeInWords((next.at - now) / 1_000, texts))}
        </Button>
        <Button onClick={() => skip(messagingLimits.sessionWindowMs)}>{phone.skipDay}</Button>
        <IconButton label={phone.restart} onClick={() => void startPreview(session)}>
          <RotateCcw size={16} aria-hidden />
        </IconButton>
      </div>
    </>
  );
}

const receipts = ["read", "delivered", "sent", "none"] as const satisfies readonly PreviewReceipts[];

function Choices({ run: { state, preview, failures } }: RunProps) {
  const { phone } = useTexts();
  const fails = failures.map(({ code, title }) => ({ value: String(code), label: phone.sendFails(code, title) }));
  return (
    <>
      <label className={styles["choice"]}>
        {phone.receipts}
        <Select
          value={state.receipts}
          options={receipts.map((value) => ({ value, label: phone.receiptsUpTo[value] }))}
          onChange={({ target }) => preview.setReceipts(target.value as PreviewReceipts)}
        />
      </label>
      <label className={styles["choice"]}>
        {phone.nextSend}
        <Select
          value={String(state.failure ?? "")}
          options={[{ value: "", label: phone.sendSucceeds }, ...fails]}
          onChange={({ target }) =>
            preview.failNextSend(failures.find(({ code }) => String(code) === target.value)?.code)
          }
        />
      </label>
    </>
  );
}

/** What the person can do beside writing that the business hears of or feels. */
function Person({ run: { preview } }: RunProps) {
  const session = useSession();
  const { phone } = useTexts();
  // A preview that begins anew is another person's phone.
  const hint = useId();
  const [stopped, setStopped] = useState<unknown>(undefined);
  const takesMarketing = stopped !== preview;
  return (
    <>
      <Checkbox
        label={phone.takesMarketing}
        checked={takesMarketing}
        onChange={({ target }) => {
          setStopped(target.checked ? undefined : preview);
          void act(session, (running) => running.setMarketing(target.checked ? "resume" : "stop"));
        }}
      />
      <div className={styles["buttons"]}>
        <Button aria-describedby={hint} onClick={() => void act(session, (running) => running.changeDevice())}>
          {phone.changeDevice}
        </Button>
      </div>
      <p id={hint} className={styles["said"]}>
        {phone.changeDeviceHint}
      </p>
    </>
  );
}

import type { ReactNode } from "react";
import { sentenceOf, ServerError } from "../server/server-error.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { PageMessage } from "../ui/page-message.tsx";
import styles from "./load-states.module.css";

/** A flow is on its way. */
export function Loading() {
  const { loading } = useTexts().shell;
  return (
    <main className={styles["loading"]} aria-busy>
      <p role="status">{loading}</p>
    </main>
  );
}

type LoadFailedProps = {
  readonly error: unknown;
  readonly onRetry: () => void;
  /** What is said where it is not there. */
  readonly missing: { readonly title: string; readonly text: string };
  /** Where to go instead. */
  readonly children: ReactNode;
};

/** A flow or a version could not be had: it is not there, or the server did not give it. */
export function LoadFailed({ error, onRetry, missing, children }: LoadFailedProps) {
  const texts = useTexts();
  const isMissing = error instanceof ServerError && (error.code === "not-found" || error.code === "invalid-input");
  if (isMissing) {
    return (
      <PageMessage title={missing.title} actions={children}>
        <p>{missing.text}</p>
      </PageMessage>
    );
  }
  return (
    <PageMessage
      title={texts.shell.loadFailed.title}
      actions={
        <>
          <Button kind="primary" onClick={onRetry}>
            {texts.shell.retry}
          </Button>
          {children}
        </>
      }
    >
      <p>{sentenceOf(error, texts)}</p>
    </PageMessage>
  );
}

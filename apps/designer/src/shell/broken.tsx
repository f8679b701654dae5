import { Component, type ReactNode } from "react";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { PageMessage } from "../ui/page-message.tsx";

type BrokenProps = {
  readonly children: ReactNode;
  /** Hands the person what was being worked on, as a file. */
  readonly onSave?: (() => void) | undefined;
};

/** Stands between a fault of a component and an empty page: says so, and lets save what was being worked on. */
export class Broken extends Component<BrokenProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error === undefined ? this.props.children : <BrokenPage error={error} onSave={this.props.onSave} />;
  }
}

/** What is shown in place of a page that broke. */
export function BrokenPage({ error, onSave }: { error: unknown; onSave?: (() => void) | undefined }) {
  const { broken: t } = useTexts().shell;
  return (
    <PageMessage
      title={t.title}
      actions={
        <>
          {onSave === undefined ? null : <Button onClick={onSave}>{t.save}</Button>}
          <Button kind="primary" onClick={() => window.location.reload()}>
            {t.reload}
          </Button>
        </>
      }
    >
      <p>{t.text}</p>
      <details>
        <summary>{t.details}</summary>
        <p>{error instanceof Error ? error.message : String(error)}</p>
      </details>
    </PageMessage>
  );
}

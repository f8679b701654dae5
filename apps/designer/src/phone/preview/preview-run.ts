import type { Flow, FlowIssue } from "@parley/flow";
import type { Preview, PreviewFailure, PreviewState } from "@parley/simulator";
import { useStore } from "zustand";
import type { FlowDocument } from "../../document/flow-document.ts";
import type { FlowSession } from "../../session/flow-session.ts";
import { perSession } from "../../session/per-session.ts";
import { useSession } from "../../session/session-context.ts";
import { behavesLike, flowOf } from "./flow-of.ts";

/** How the preview of an open flow stands. It stays as it is while the phone is closed. */
export type PreviewRun =
  | { readonly type: "idle" | "loading" | "not-loaded" }
  /** The document has errors. */
  | { readonly type: "wrong"; readonly issues: readonly FlowIssue[]; readonly document: FlowDocument }
  | RunningPreview;

/** A preview of a document as it was. */
export type RunningPreview = {
  readonly type: "running";
  readonly preview: Preview;
  readonly failures: PreviewMaker["failures"];
  readonly state: PreviewState;
  readonly document: FlowDocument;
  /** How many things that were asked for are still happening. */
  readonly underWay: number;
};

/** What makes previews, and the ways in which a send can go wrong in them. */
export type PreviewMaker = {
  readonly begin: (flow: Flow) => Preview | Promise<Preview>;
  readonly failures: readonly {
    readonly code: PreviewFailure;
    readonly title: string;
    /** Whether the provider also tells of it in a receipt, after it took the message. */
    readonly comesInReceipts: boolean;
  }[];
};

const runOf = perSession<PreviewRun>(() => ({ type: "idle" }));

/** How the preview stands. */
export function usePreviewRun(): PreviewRun {
  return useStore(runOf(useSession()));
}

/** How the preview stands, outside of components. */
export function previewRunOf(session: FlowSession): PreviewRun {
  return runOf(session).getState();
}

/** Begins a preview of the document as it is now; one that ran before is forgotten, but for how its receipts come. `load` brings the engine. */
export async function startPreview(
  session: FlowSession,
  load: () => Promise<PreviewMaker> = async () => (await import("./begin-preview.ts")).previewMaker,
): Promise<void> {
  const store = runOf(session);
  const before = store.getState();
  const document = session.editor.document();
  const runnable = flowOf(document);
  if (!runnable.ok) return store.setState({ type: "wrong", issues: runnable.issues, document }, true);
  const receipts = before.type === "running" ? before.state.receipts : "read";
  const loading = { type: "loading" } as const;
  store.setState(loading, true);
  const maker = await load().catch(() => undefined);
  const preview = await maker?.begin(runnable.flow);
  // Another one may have been begun meanwhile.
  if (store.getState() !== loading) return;
  if (maker === undefined || preview === undefined) return store.setState({ type: "not-loaded" }, true);
  const { failures } = maker;
  preview.setReceipts(receipts);
  store.setState({ type: "running", preview, failures, state: preview.state(), document, underWay: 0 }, true);
  preview.subscribe(() => update(session, preview, () => ({ state: preview.state() })));
}

/** Has the preview do something, if one runs. */
export async function act(session: FlowSession, deed: (preview: Preview) => Promise<void>): Promise<void> {
  const run = previewRunOf(session);
  if (run.type !== "running") return;
  const { preview } = run;
  update(session, preview, ({ underWay }) => ({ underWay: underWay + 1 }));
  await deed(preview);
  update(session, preview, ({ underWay }) => ({ underWay: underWay - 1 }));
}

/** Whether a preview goes on with a flow that is no longer the one that is drawn. */
export function isOutdated(run: PreviewRun, document: FlowDocument): boolean {
  return run.type === "running" && !behavesLike(run.document, document);
}

/** Whether a preview has nothing to lose, so that it may begin anew whenever the flow changes. */
export function isUntouched(run: PreviewRun): boolean {
  return run.type !== "running" || (run.state.entries.length === 0 && run.underWay === 0);
}

function update(
  session: FlowSession,
  preview: Preview,
  change: (run: RunningPreview) => Partial<Pick<RunningPreview, "state" | "underWay">>,
): void {
  const run = previewRunOf(session);
  if (run.type === "running" && run.preview === preview) runOf(session).setState({ ...run, ...change(run) }, true);
}

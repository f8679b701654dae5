import { Link, type LinkProps } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { sentenceOf, ServerError } from "../server/server-error.ts";
import { useTexts } from "../texts/use-texts.ts";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import styles from "./area-page.module.css";
import { ListTop } from "./list-top.tsx";
import { useTitle } from "./use-title.ts";

type AreaPageProps = {
  readonly title: string;
  /** What the browser's tab is called, where that is not the title. */
  readonly tabTitle?: string;
  /** The page above this one. */
  readonly up?: { readonly label: string; readonly link: LinkProps };
  /** Beside the title: a status, or what is known of the thing by a word. */
  readonly mark?: ReactNode;
  /** Below the title, in a line. */
  readonly about?: ReactNode;
  /** Buttons, the one that one came for last. */
  readonly actions?: ReactNode;
  /** Why what the page shows could not be had, and how to ask for it again. */
  readonly failed?: { readonly error: unknown; readonly onRetry: () => void } | undefined;
  readonly children: ReactNode;
};

/** A page of an area: the bar, a title with buttons, and what the page is for. */
export function AreaPage({ title, tabTitle, up, mark, about, actions, failed, children }: AreaPageProps) {
  const texts = useTexts();
  useTitle(`${tabTitle ?? title} · ${texts.shell.product}`);
  return (
    <div className={styles["page"]}>
      <ListTop />
      {failed === undefined ? null : (
        <Notice kind="error" actions={<Button onClick={failed.onRetry}>{texts.shell.retry}</Button>}>
          {sentenceOf(failed.error, texts)}
        </Notice>
      )}
      <main className={styles["main"]}>
        <div className={styles["head"]}>
          <div className={styles["heading"]}>
            {up === undefined ? null : (
              <Link {...up.link} className={styles["up"]}>
                <ChevronLeft size={14} aria-hidden /> {up.label}
              </Link>
            )}
            <div className={styles["titles"]}>
              <h1 className={styles["title"]}>{title}</h1>
              {mark}
            </div>
            {about === undefined ? null : <p className={styles["about"]}>{about}</p>}
          </div>
          {actions === undefined ? null : <div className={styles["actions"]}>{actions}</div>}
        </div>
        {children}
      </main>
    </div>
  );
}

/** Why what a page shows could not be had; undefined where nothing went wrong. */
export function failedOf(query: { readonly error: unknown; readonly refetch: () => Promise<unknown> }) {
  return query.error === null ? undefined : { error: query.error, onRetry: () => void query.refetch() };
}

/** Whether the server says that there is no such thing. */
export function isMissing(error: unknown): boolean {
  return error instanceof ServerError && (error.code === "not-found" || error.code === "invalid-input");
}

import { useTexts } from "../texts/use-texts.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import styles from "./curl.module.css";

/** A line for the terminal that can be copied. */
export function CurlLine({ line }: { readonly line: string }) {
  const { curl } = useTexts().inspector;
  return (
    <div className={styles["curl"]}>
      {/* What scrolls must be reachable by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={styles["line"]} tabIndex={0} aria-label={curl.label}>
        {line}
      </pre>
      <CopyButton what={curl.label} text={line} />
    </div>
  );
}

import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "../server/queries.ts";
import { useTexts } from "../texts/use-texts.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { curlOf, eventCall } from "./curl.ts";
import styles from "./curl.module.css";

type EventCallProps = {
  readonly title: string;
  readonly event: string;
  /** The names of the parameters that the flow reads. */
  readonly parameters: readonly string[];
};

/** How somebody tells of a custom event, as a line for the terminal. */
export function EventCall({ title, event, parameters }: EventCallProps) {
  const { data } = useQuery(sessionQuery);
  const call = eventCall({ origin: location.origin, event, parameters, isTokenNeeded: data?.isNeeded === true });
  return <Disclosure title={title}>{() => <CurlLine line={curlOf(call)} />}</Disclosure>;
}

/** A line for the terminal that can be copied. */
function CurlLine({ line }: { readonly line: string }) {
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

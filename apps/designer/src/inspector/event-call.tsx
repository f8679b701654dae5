import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "../server/queries.ts";
import { Disclosure } from "../ui/disclosure.tsx";
import { CurlLine } from "./curl-line.tsx";
import { curlOf, eventCall } from "./curl.ts";

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

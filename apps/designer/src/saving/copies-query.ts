import { queryOptions } from "@tanstack/react-query";
import { localCopies } from "./start-saving.ts";

/** The copies of a flow on this device. */
export const copiesQuery = (flowId: string) =>
  queryOptions({ queryKey: ["copies", flowId], queryFn: () => localCopies.list(flowId), staleTime: 0 });

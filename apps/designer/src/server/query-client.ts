import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { serverLimits } from "./limits.ts";
import { ServerError } from "./server-error.ts";

/** The client of all queries: what may pass is tried again, what the server refuses is not, and who must sign in is led there. */
export function createQueryClient(onUnauthorized: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (error instanceof ServerError && error.code === "unauthorized") onUnauthorized();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < serverLimits.retries && error instanceof ServerError && error.isPassing,
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, serverLimits.retryMs),
        // A server on this machine can be reached though the network is down.
        networkMode: "always",
      },
      mutations: { networkMode: "always" },
    },
  });
}

import { Tooltip } from "@base-ui/react/tooltip";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode, useState } from "react";
import { goToSignIn, router } from "./routes.tsx";
import { createQueryClient } from "./server/query-client.ts";
import { Broken } from "./shell/broken.tsx";
import { Toasts } from "./ui/toast.tsx";

/** The designer. */
export function App() {
  const [client] = useState(() => createQueryClient(goToSignIn));
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <Tooltip.Provider delay={400}>
          <Broken>
            <RouterProvider router={router} />
          </Broken>
          <Toasts />
        </Tooltip.Provider>
      </QueryClientProvider>
    </StrictMode>
  );
}

import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { createBrowserRouter, RouterProvider } from "react-router";
import { createQueryClient } from "../api/queryClient";
import { nonce } from "./nonce";
import { routes } from "./routes";
import { theme, variables } from "./theme";

const scheme = localStorageColorSchemeManager({ key: "rappel.scheme" });

/** Everything that all pages stand on. */
export function App() {
  const [client] = useState(createQueryClient);
  const [router] = useState(() => createBrowserRouter(routes));
  return (
    <MantineProvider
      theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" colorSchemeManager={scheme} {...(nonce ? { getStyleNonce: () => nonce } : {})}
    >
      <QueryClientProvider client={client}>
        <Notifications position="bottom-right" />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}

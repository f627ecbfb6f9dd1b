import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { createMemoryRouter, RouterProvider, type RouteObject } from "react-router";
import { createQueryClient } from "../api/queryClient";
import { theme, variables } from "../app/theme";

/** Draws routes as the application does, beginning at an address. */
export function renderRoutes(routes: RouteObject[], at = "/") {
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  const router = createMemoryRouter(routes, { initialEntries: [at] });
  const view = render(
    <MantineProvider theme={theme} cssVariablesResolver={variables} env="test">
      <QueryClientProvider client={client}><Notifications /><RouterProvider router={router} /></QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, router, client };
}

/** Draws one piece. */
export const renderUi = (ui: ReactNode) => renderRoutes([{ path: "*", element: ui }]);

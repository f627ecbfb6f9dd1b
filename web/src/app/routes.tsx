import { Navigate, type RouteObject } from "react-router";
import { OwnPhone } from "../features/phone/OwnPhone";
import { NotFoundPage } from "./NotFoundPage";
import { WatchProvider } from "../features/supervisor/watching/WatchProvider";
import { pages, type PageEntry } from "./pages";
import { Permitted } from "./Permitted";
import { RouteFailure } from "./RouteFailure";
import { SessionGate } from "./SessionGate";
import { Shell } from "./Shell";
import { StartPage } from "./StartPage";

const route = ({ path, load, needs }: PageEntry): RouteObject => ({
  path,
  ErrorBoundary: RouteFailure,
  lazy: async () => {
    const { default: Page } = await load();
    return { element: <Permitted needs={needs}><Page /></Permitted> };
  },
});

// While the first page's own files come there is nothing to show that would not jump.
const HydrateFallback = () => null;

/** Sign-in and set-up stand alone; everything else is inside the shell and for somebody who signed in. */
export const routes: RouteObject[] = [
  { path: "/sign-in", lazy: async () => ({ Component: (await import("../features/account/SignInPage")).default }), ErrorBoundary: RouteFailure, HydrateFallback },
  { path: "/setup", lazy: async () => ({ Component: (await import("../features/account/SetupPage")).default }), ErrorBoundary: RouteFailure, HydrateFallback },
  {
    element: <SessionGate><OwnPhone><WatchProvider><Shell /></WatchProvider></OwnPhone></SessionGate>,
    ErrorBoundary: RouteFailure,
    HydrateFallback,
    children: [
      { index: true, element: <StartPage /> },
      { path: "config", element: <Navigate to="/config/overview" replace /> },
      ...pages.map(route),
      { path: "*", element: <NotFoundPage /> },
    ],
  },
];

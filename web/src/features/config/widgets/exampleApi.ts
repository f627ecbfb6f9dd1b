import type { WidgetApi } from "../../widget/embed/api";
import type { CallWindow, Language } from "../../widget/shared/types";

const HOUR = 3_600_000;

/** What a widget might show, for looking at one that is not published. Nothing leaves the page. */
export function exampleApi(tenant: string, languages: Language[], color: string | null): WidgetApi {
  const next = Math.ceil(Date.now() / HOUR) * HOUR;
  const windows: CallWindow[] = [1, 2, 3, 25, 26].map((ahead) => ({
    from: new Date(next + ahead * HOUR).toISOString(), until: new Date(next + (ahead + 1) * HOUR).toISOString(),
  }));
  return {
    facts: () => Promise.resolve({
      tenant, languages, color, open: true, opensAt: null, closesAt: new Date(next + 5 * HOUR).toISOString(), expectedWaitSeconds: 360, timeZone: null, windows,
    }),
    ask: () => Promise.resolve({ link: "#" }),
  };
}

import type { CallWindow, Language, WidgetFacts } from "../shared/types";

export interface Wish {
  number: string;
  name: string;
  language: Language;
  window: CallWindow | null;
  /** Of the field that people do not see. */
  website: string;
}

export interface WidgetApi {
  facts: () => Promise<WidgetFacts>;
  /** Gives where the customer's page is; throws the server's word for why not. */
  ask: (wish: Wish) => Promise<{ link: string }>;
}

/** A widget of a server, from a page anywhere. */
export function widgetApi(server: string, widget: string): WidgetApi {
  const address = `${server}/api/v1/public/widgets/${encodeURIComponent(widget)}`;

  async function send<T>(init: RequestInit): Promise<T> {
    const response = await fetch(address, { ...init, credentials: "omit" });
    if (response.ok) return await response.json() as T;
    const problem = await response.json().catch(() => null) as { code?: string } | null;
    throw new Error(problem?.code ?? "failed");
  }

  return {
    facts: () => send<WidgetFacts>({}),
    ask: async ({ window, ...wish }) => {
      const body = { ...wish, name: wish.name.trim() || null, ...(window ? { from: window.from, until: window.until } : {}) };
      const { link } = await send<{ link: string }>({
        method: "POST", headers: { "Content-Type": "application/json", "Accept-Language": wish.language }, body: JSON.stringify(body),
      });
      return { link: server + link };
    },
  };
}

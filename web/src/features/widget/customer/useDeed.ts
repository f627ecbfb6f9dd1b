import { useState } from "react";
import { Refusal } from "./api";
import type { Texts } from "./texts";

/** Does something once at a time, and says in words what was wrong. */
export function useDeed(t: Texts) {
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);

  const run = async <T>(deed: () => Promise<T>, then: (result: T) => void) => {
    setBusy(true);
    setWrong(null);
    try {
      then(await deed());
    } catch (error) {
      const refusal = error instanceof Refusal ? error : null;
      const said = refusal ? t.bad[refusal.code] : undefined;
      setWrong(refusal?.code === "refused-number" && refusal.detail ? `${said ?? t.failed} (${refusal.detail})` : said ?? t.failed);
    } finally {
      setBusy(false);
    }
  };

  return { busy, wrong, run };
}

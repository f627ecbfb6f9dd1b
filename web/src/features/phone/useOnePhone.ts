import { useCallback, useEffect, useState } from "react";

/** `mine`: this page is the phone; `elsewhere`: another page of this browser is. */
export type Holder = "asking" | "mine" | "elsewhere";

/** The browser's own locks; without them (no TLS) every page is its own. */
const locks = (): LockManager | undefined => ("locks" in navigator ? navigator.locks : undefined);

/**
 * One page of a browser is the phone of a user. The others say so, and become it when that page is closed, or at once when they take it over.
 * @param user Of `GET /phone`; null asks for nothing.
 */
export function useOnePhone(user: string | null): { holder: Holder; takeOver: () => void } {
  const [held, setHeld] = useState<{ user: string; holder: Holder } | null>(null);
  const [turn, setTurn] = useState({ user, steal: false, serial: 0 });
  const takeOver = useCallback(() => { setTurn(({ serial }) => ({ user, steal: true, serial: serial + 1 })); }, [user]);

  useEffect(() => {
    if (user === null) return;
    const manager = locks();
    const become = (holder: Holder) => { setHeld({ user, holder }); };
    if (!manager) {
      become("mine");
      return;
    }
    let release: () => void = () => undefined;
    const over = new AbortController();
    const done = new Promise<void>(resolve => { release = resolve; });
    const name = `rappel.phone.${user}`;
    const hold = () => { become("mine"); return done; };
    // Whoever has it is told by a rejection when it is stolen; it then waits in line again.
    const wait = () => {
      if (over.signal.aborted) return;
      become("elsewhere");
      manager.request(name, { signal: over.signal }, hold).catch(wait);
    };
    const steal = turn.steal && turn.user === user;
    const first = steal ? manager.request(name, { steal: true }, hold) : manager.request(name, { ifAvailable: true }, lock => { if (lock) return hold(); wait(); return undefined; });
    first.catch(wait);
    return () => {
      over.abort();
      release();
    };
  }, [user, turn]);

  return { holder: held !== null && held.user === user ? held.holder : "asking", takeOver };
}

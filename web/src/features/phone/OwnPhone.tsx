import { createContext, use, useEffect, useState, type ReactNode } from "react";
import { useUser } from "../../api/session";
import { PhoneProvider } from "./PhoneProvider";

const WantContext = createContext<(wanted: boolean) => void>(() => undefined);

/**
 * The phone of whoever is signed in, above all pages: a call goes on while somebody looks something up on another page. It is on from the first
 * page that wants it: an agent's workspace, a board to listen from.
 */
export function OwnPhone({ children }: { children: ReactNode }) {
  const user = useUser();
  const [wanted, setWanted] = useState(false);
  const owner = !wanted || !user ? null : user.agent === null ? {} : { agent: user.agent };
  return <PhoneProvider owner={owner}><WantContext value={setWanted}>{children}</WantContext></PhoneProvider>;
}

/** Switches one's own phone on (or off, for a desk phone in its place); it stays so on other pages. */
export function useOwnPhone(wanted: boolean) {
  const want = use(WantContext);
  useEffect(() => { want(wanted); }, [want, wanted]);
}

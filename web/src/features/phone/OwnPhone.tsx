import { createContext, use, useEffect, useMemo, useState, type ReactNode } from "react";
import { useUser } from "../../api/session";
import { PhoneProvider } from "./PhoneProvider";

interface Wants {
  /** A page is a phone for work, or says that a phone on the desk is. */
  work: (wanted: boolean) => void;
  /** Something is to be heard now. */
  listen: (wanted: boolean) => void;
}

const WantContext = createContext<Wants>({ work: () => undefined, listen: () => undefined });

/**
 * The phone of whoever is signed in, above all pages: a call goes on while somebody looks something up on another page. It is on from the first
 * page that wants it, and while a call is listened to.
 */
export function OwnPhone({ children }: { children: ReactNode }) {
  const user = useUser();
  const [forWork, setForWork] = useState(false);
  const [forListening, setForListening] = useState(false);
  const wants = useMemo(() => ({ work: setForWork, listen: setForListening }), []);
  const owner = !(forWork || forListening) || !user ? null : user.agent === null ? {} : { agent: user.agent };
  // Who is no agent only listens, for which nobody needs a microphone.
  return <PhoneProvider owner={owner} mayBeSilent={user?.agent === null}><WantContext value={wants}>{children}</WantContext></PhoneProvider>;
}

/** Switches one's own phone on (or off, for a desk phone in its place); it stays so on other pages. */
export function useOwnPhone(wanted: boolean) {
  const { work } = use(WantContext);
  useEffect(() => { work(wanted); }, [work, wanted]);
}

/** Keeps one's own phone on for as long as something is to be heard. */
export function useListeningPhone(wanted: boolean) {
  const { listen } = use(WantContext);
  useEffect(() => {
    listen(wanted);
    return () => { listen(false); };
  }, [listen, wanted]);
}

import { useQuery } from "@tanstack/react-query";
import { read } from "../../../../api/client";
import { valueOf } from "../model/convert";
import type { Script } from "../model/types";
import type { TrialAnswer } from "./answer";
import type { Session } from "./session";

export interface PlayedTrial {
  readonly answer: TrialAnswer;
  /** The script that its pointers are into. */
  readonly script: Script;
  readonly session: Session;
}

/** Has the server play the call from its beginning, through the script as it is in the page. The last answer stays until the next is there. */
export function useTrialAnswer(key: string, script: Script, session: Session) {
  const { setup, start, inputs, until } = session;
  return useQuery<PlayedTrial>({
    queryKey: ["trial", key, session, script],
    // What is asked for is told by the session and the script themselves, which never change once made.
    queryKeyHashFn: () => `trial/${key}/${identity(session)}/${identity(script)}`,
    queryFn: async ({ signal }) => ({
      script, session,
      answer: await read<TrialAnswer>("/configuration/try/script", {
        method: "POST", signal,
        body: {
          script: key, value: valueOf(script), entry: setup.entry, queue: start, inputs, until,
          ...(setup.withheld || setup.caller === "" ? { withheld: true } : { caller: setup.caller }),
          ...(setup.channel === "" ? {} : { channel: setup.channel }), ...(setup.language === "" ? {} : { language: setup.language }),
          ...(setup.at === "" ? {} : { at: new Date(setup.at).toISOString() }),
        },
      }),
    }),
    placeholderData: (before) => before,
    gcTime: 0,
    retry: false,
    staleTime: Infinity,
  });
}

const identities = new WeakMap<object, number>();
let lastIdentity = 0;

function identity(value: object): number {
  let known = identities.get(value);
  if (known === undefined) {
    lastIdentity += 1;
    known = lastIdentity;
    identities.set(value, known);
  }
  return known;
}

import { useEffect, useState } from "react";
import { useServerStatus } from "./status";

/** How often the two clocks are compared, in milliseconds. */
const COMPARED = 60_000;

/** The server's time now, by this device's clock set right; drawn anew every `beat` milliseconds. Waits are told by it. */
export function useServerNow(beat = 1_000): number {
  const { data, dataUpdatedAt } = useServerStatus(COMPARED);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => { setNow(Date.now()); }, beat);
    return () => { clearInterval(timer); };
  }, [beat]);
  const ahead = data ? Date.parse(data.at) - dataUpdatedAt : 0;
  return Math.max(now, dataUpdatedAt) + ahead;
}

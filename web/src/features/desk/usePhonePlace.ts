import { useState } from "react";

const key = (agent: string) => `rappel.phone.${agent}`;

/** Whether this device is the agent's phone, as far as was chosen on it. */
export const phoneIsHere = (agent: string) => localStorage.getItem(key(agent)) !== "desk";

/** Whether an agent's calls come to this browser or to a phone on the desk: remembered on this device. */
export function usePhonePlace(agent: string) {
  const [inBrowser, set] = useState(() => phoneIsHere(agent));
  const setInBrowser = (chosen: boolean) => {
    localStorage.setItem(key(agent), chosen ? "browser" : "desk");
    set(chosen);
  };
  return { inBrowser, setInBrowser };
}

import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from "react";
import { usePhoneAccount, type PhoneOwner } from "../../api/phone";
import { useReachable } from "../../api/reach";
import { chosenDevices, useChosenDevices } from "./devices";
import type { PhoneAccount } from "./line";
import { openMicrophone, silence } from "./microphone";
import { Phone } from "./Phone";
import { PhoneContext } from "./PhoneContext";
import { silentPhone } from "./phoneState";
import { RemoteSound } from "./RemoteSound";
import { ringback, ringing, soundOf } from "./sounds";
import { useLoopedSound } from "./useLoopedSound";
import { useOnePhone } from "./useOnePhone";
import { useSipLine } from "./useSipLine";

interface Props {
  /** Null: no phone in this browser. */
  owner: PhoneOwner | null;
  /** Calls are made and answered without a microphone too: to try things out. */
  mayBeSilent?: boolean;
  children: ReactNode;
}

const nothing = () => () => undefined;

/** Makes this page a phone for as long as it is shown: registered, ringing, sounding. */
export function PhoneProvider({ owner, mayBeSilent = false, children }: Props) {
  const account = usePhoneAccount(owner);
  const { holder, takeOver } = useOnePhone(owner === null ? null : account.data?.user ?? null);
  const phone = useStartedPhone(holder === "mine" && owner !== null ? account.data : undefined, mayBeSilent);
  const state = useSyncExternalStore(phone?.subscribe ?? nothing, () => phone?.state ?? silentPhone);
  const devices = useChosenDevices();
  const calling = state.call?.state;
  const silenced = useLoopedSound(calling === "rings" ? soundOf(ringing) : null, devices.ringer);
  useLoopedSound(calling === "rings-there" && !state.call?.sound ? soundOf(ringback) : null, devices.speaker);
  useEffect(() => { void phone?.renewMicrophone(); }, [phone, devices.microphone]);
  useWarning(state.call !== null);

  return (
    <PhoneContext value={{ ...state, phone, holder, takeOver, refused: account.error, silenced }}>
      {children}
      {state.call?.sound && <RemoteSound stream={state.call.sound} speaker={devices.speaker} />}
    </PhoneContext>
  );
}

/** A phone that is on while there is an account for it. */
function useStartedPhone(account: PhoneAccount | undefined, mayBeSilent: boolean): Phone | null {
  const SipLine = useSipLine(account !== undefined);
  const phone = useMemo(() => account && SipLine ? new Phone({
    makeLine: tell => new SipLine(account, tell),
    openMicrophone: () => openMicrophone(chosenDevices().microphone),
    silence: mayBeSilent ? silence : null,
  }) : null, [account, mayBeSilent, SipLine]);
  // Not at the end of the page: one that is loaded again finds its offer still ringing, for the server waits a moment for it to come back.
  useEffect(() => {
    phone?.start();
    return () => { phone?.stop(); };
  }, [phone]);

  // The network came back, or the server answers again: a connection that only seems to be there is found out now.
  const reachable = useReachable();
  useEffect(() => {
    if (reachable) phone?.check();
    const look = () => { phone?.check(); };
    window.addEventListener("online", look);
    return () => { window.removeEventListener("online", look); };
  }, [phone, reachable]);
  return phone;
}

/** Asks before the page is left in the middle of a call. */
function useWarning(inCall: boolean) {
  useEffect(() => {
    if (!inCall) return;
    const warn = (event: BeforeUnloadEvent) => { event.preventDefault(); };
    window.addEventListener("beforeunload", warn);
    return () => { window.removeEventListener("beforeunload", warn); };
  }, [inCall]);
}

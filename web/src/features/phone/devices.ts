import { useEffect, useState, useSyncExternalStore } from "react";

/** What is spoken into, listened with, and what rings: ids of devices, empty for the system's choice. */
export interface ChosenDevices {
  microphone: string;
  speaker: string;
  ringer: string;
}

const KEY = "rappel.devices";
const systemChoice: ChosenDevices = { microphone: "", speaker: "", ringer: "" };
const listeners = new Set<() => void>();

function remembered(): ChosenDevices {
  try {
    return { ...systemChoice, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<ChosenDevices>) };
  } catch {
    return systemChoice;
  }
}

let chosen = remembered();

export const chosenDevices = () => chosen;

/** Remembered on this device. */
export function chooseDevices(change: Partial<ChosenDevices>) {
  chosen = { ...chosen, ...change };
  localStorage.setItem(KEY, JSON.stringify(chosen));
  listeners.forEach(tell => { tell(); });
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => { listeners.delete(listener); };
};

export const useChosenDevices = () => useSyncExternalStore(subscribe, chosenDevices);

/** Whether this browser lets a page choose where it sounds. */
export const canChooseSpeaker = "setSinkId" in HTMLMediaElement.prototype;

/** Plays on the chosen device; where that is gone, on the system's choice. */
export async function playOn(player: HTMLAudioElement, device: string) {
  if (!canChooseSpeaker || player.sinkId === device) return;
  await player.setSinkId(device).catch(() => player.setSinkId(""));
}

/** What is plugged in, and what comes and goes. Without permission for the microphone the names are empty. */
export function useDeviceList(renewWith: unknown): MediaDeviceInfo[] {
  const [list, setList] = useState<MediaDeviceInfo[]>([]);
  useEffect(() => {
    if (!("mediaDevices" in navigator)) return;
    let current = true;
    const look = () => { void navigator.mediaDevices.enumerateDevices().then(found => { if (current) setList(found); }); };
    look();
    navigator.mediaDevices.addEventListener("devicechange", look);
    return () => {
      current = false;
      navigator.mediaDevices.removeEventListener("devicechange", look);
    };
  }, [renewWith]);
  return list;
}

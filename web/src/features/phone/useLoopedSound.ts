import { useEffect, useState } from "react";
import { playOn } from "./devices";

/**
 * Sounds again and again while `address` is one. Answers whether the browser keeps it silent: it does until somebody has touched the page.
 */
export function useLoopedSound(address: string | null, device: string): boolean {
  const [silenced, setSilenced] = useState<string | null>(null);
  useEffect(() => {
    if (address === null) return;
    let over = false;
    const player = new Audio(address);
    player.loop = true;
    const play = () => {
      player.play().then(() => { setSilenced(null); }, () => { if (!over) setSilenced(address); });
    };
    void playOn(player, device).then(play, play);
    // The first touch anywhere lets it sound.
    window.addEventListener("pointerdown", play);
    window.addEventListener("keydown", play);
    return () => {
      over = true;
      player.pause();
      player.removeAttribute("src");
      window.removeEventListener("pointerdown", play);
      window.removeEventListener("keydown", play);
    };
  }, [address, device]);
  return address !== null && silenced === address;
}

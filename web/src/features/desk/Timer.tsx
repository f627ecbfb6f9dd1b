import { useServerNow } from "../../api/useServerNow";
import { currentLanguage } from "../../i18n";

const SECOND = 1_000;

/** "4:07", "1:02:33". */
export function clockTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / SECOND));
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(seconds % 60)}` : `${String(minutes)}:${two(seconds % 60)}`;
}

/** How long since a moment, running. */
export function Timer({ since }: { since: string }) {
  const now = useServerNow();
  return <time className="figures" dateTime={since} title={new Date(since).toLocaleTimeString(currentLanguage())}>{clockTime(now - Date.parse(since))}</time>;
}

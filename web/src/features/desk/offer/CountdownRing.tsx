import { useServerNow } from "../../../api/useServerNow";
import classes from "../desk.module.css";

const RADIUS = 26;
const ROUND = 2 * Math.PI * RADIUS;
const SECOND = 1_000;
/** From then on it hurries, in seconds; in a short time later. */
const LATE = 5;

/** The seconds that are left, as a ring that closes. */
export function CountdownRing({ deadline, seconds, label }: { deadline: string; seconds: number; label: string }) {
  const left = Math.max(0, (Date.parse(deadline) - useServerNow(250)) / SECOND);
  const part = seconds > 0 ? Math.min(1, left / seconds) : 0;
  return (
    <div className={classes.ring} role="timer" aria-label={label}>
      <svg viewBox="0 0 60 60" aria-hidden>
        <circle cx="30" cy="30" r={RADIUS} />
        <circle cx="30" cy="30" r={RADIUS} strokeDasharray={ROUND} strokeDashoffset={ROUND * (1 - part)} data-late={left <= Math.min(LATE, seconds / 4)} />
      </svg>
      <span className="figures">{Math.ceil(left)}</span>
    </div>
  );
}

import classes from "./phone.module.css";
import { useLevel } from "./useLevel";

/** Moves with what is being said: whoever sees it move is heard. */
export function LevelMeter({ stream, label }: { stream: MediaStream | null; label: string }) {
  const meter = useLevel(stream);
  return <div ref={meter} className={classes.meter} role="img" aria-label={label}><span /></div>;
}

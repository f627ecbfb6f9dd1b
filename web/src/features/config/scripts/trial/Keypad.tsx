import { useWording } from "../words";
import classes from "./trial.module.css";

const letters: Readonly<Record<string, string>> = { "2": "ABC", "3": "DEF", "4": "GHI", "5": "JKL", "6": "MNO", "7": "PQRS", "8": "TUV", "9": "WXYZ" };
const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

interface Props {
  /** Keys that lead somewhere now. */
  readonly asked: readonly string[];
  readonly disabled: boolean;
  readonly onPress: (key: string) => void;
}

/** The keys of a phone; those that lead somewhere now stand out. */
export function Keypad({ asked, disabled, onPress }: Props) {
  const { t } = useWording();
  return (
    <div className={classes.keypad} role="group" aria-label={t("trial.keypad")}>
      {keys.map((key) => (
        <button key={key} type="button" className={classes.key} disabled={disabled} data-asked={asked.includes(key) || undefined} onClick={() => { onPress(key); }}>
          {key}<small aria-hidden>{letters[key] ?? " "}</small>
        </button>
      ))}
    </div>
  );
}

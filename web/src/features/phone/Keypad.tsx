import { useTranslation } from "react-i18next";
import classes from "./phone.module.css";

const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];
const letters: Readonly<Record<string, string>> = { "2": "ABC", "3": "DEF", "4": "GHI", "5": "JKL", "6": "MNO", "7": "PQRS", "8": "TUV", "9": "WXYZ" };

/** The keys of a phone. */
export function Keypad({ disabled = false, onPress }: { disabled?: boolean; onPress: (key: string) => void }) {
  const { t } = useTranslation("phone");
  return (
    <div className={classes.keypad} role="group" aria-label={t("keypad")}>
      {keys.map(key => (
        <button key={key} type="button" className={classes.key} disabled={disabled} onClick={() => { onPress(key); }}>
          {key}<small aria-hidden>{letters[key] ?? " "}</small>
        </button>
      ))}
    </div>
  );
}

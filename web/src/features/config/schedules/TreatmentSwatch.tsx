import { useTranslation } from "react-i18next";
import styles from "./treatment.module.css";
import type { Brush } from "./week";

/** Colour, pattern and words of what holds during hours. */
export function TreatmentSwatch({ brush }: { brush: Brush }) {
  const { t } = useTranslation("schedules");
  return (
    <span className={`${styles.paint ?? ""} ${styles.swatch ?? ""}`} data-treatment={brush}>
      <span>{brush === "closed" || brush === 0 ? t(brush === 0 ? "open" : "closed") : `#${String(brush)}`}</span>
    </span>
  );
}

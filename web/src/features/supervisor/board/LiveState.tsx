import { useTranslation } from "react-i18next";
import type { LineState } from "../../../api/eventLine";
import { Tag } from "../../../ui/Tag";

/** Whether what is shown is told as it happens, or asked for every few seconds. */
export function LiveState({ line }: { line: LineState }) {
  const { t } = useTranslation("board");
  return <span role="status"><Tag tone={line === "live" ? "good" : "warn"}>{t(line === "live" ? "line.live" : "line.asked")}</Tag></span>;
}

import { useTranslation } from "react-i18next";
import { useNow } from "./useNow";
import { clockInWords, lengthInWords } from "./words";

interface Props {
  /** The moment that it is counted from; or towards, with `until`. */
  at: string;
  until?: boolean;
  /** As a clock, to the second: "4:05". */
  clock?: boolean;
}

/** A length of time that goes on by itself: only this piece is drawn anew. */
export function Elapsed({ at, until = false, clock = false }: Props) {
  const { t } = useTranslation("board");
  const difference = (useNow() - Date.parse(at)) * (until ? -1 : 1);
  return <time dateTime={at} title={new Date(at).toLocaleString()}>{clock ? clockInWords(Math.max(0, difference)) : lengthInWords(difference, t)}</time>;
}

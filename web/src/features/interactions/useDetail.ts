import { useTranslation } from "react-i18next";

/** What a journal's entry says besides its event: where that begins with a word of ours, in words of the reader's. */
export function useDetail() {
  const { t, i18n } = useTranslation("interactions");
  return (detail: string | null) => {
    const [first = "", ...rest] = (detail ?? "").split(" ");
    const key = `details.${first}`;
    return i18n.exists(key, { ns: "interactions" }) ? [t(key), ...rest].join(" ") : detail ?? "";
  };
}

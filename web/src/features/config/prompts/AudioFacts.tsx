import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AudioFile } from "../../../api/files";

/** Length, rate and size of a recording. */
export function AudioFacts({ file }: { file: AudioFile }) {
  const { t, i18n } = useTranslation("prompts");
  const figure = (value: number, digits: number) => new Intl.NumberFormat(i18n.language, { maximumFractionDigits: digits }).format(value);
  return (
    <Text size="xs" c="dimmed">
      {file.seconds !== null && file.sampleRate !== null
        ? t("facts", { seconds: figure(file.seconds, 1), rate: figure(file.sampleRate / 1000, 1), size: figure(file.bytes / 1024, 0) })
        : t("unknownSound")}
    </Text>
  );
}

import { Alert, Paper, SegmentedControl, Stack, Text, Textarea, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { speak } from "../../../api/tries";
import type { Language } from "../../../i18n";
import { fieldId } from "../../../ui/fields/FormContext";
import { useProblemWords } from "../shared/useProblemWords";
import { ListenButton } from "./ListenButton";
import { kindOf, type AudioKind, type PromptAudio } from "./prompt";
import { Recording } from "./Recording";

interface Props {
  language: Language;
  /** Of the prompt; recordings are named by it. */
  promptKey: string;
  audio: PromptAudio | undefined;
  /** The text in another language, to read from while recording. */
  other: string | undefined;
  pointer: string;
  readOnly: boolean;
  onChange: (audio: PromptAudio | null) => void;
}

const longestText = 2_000;

/** What is said in one language: nothing, a text to be spoken, or a recording. */
export function PromptLanguage({ language, promptKey, audio, other, pointer, readOnly, onChange }: Props) {
  const { t } = useTranslation("prompts");
  const problem = useProblemWords();
  const [fault, setFault] = useState<Error | null>(null);
  // What was written stays at hand while somebody looks at the other ways.
  const [kept, setKept] = useState<Partial<Record<AudioKind, PromptAudio>>>({});
  const [choosing, setChoosing] = useState<AudioKind | null>(null);
  const kind = choosing ?? kindOf(audio);
  const text = audio && "text" in audio ? audio.text : "";
  const file = audio && "file" in audio ? audio.file : undefined;
  const title = t(`languages.${language}`);
  const choose = (next: AudioKind) => {
    if (audio) setKept({ ...kept, [kindOf(audio)]: audio });
    const before = kept[next];
    // A recording counts once there is one.
    setChoosing(next === "file" && !before ? "file" : null);
    if (next === "none") onChange(null);
    else if (before) onChange(before);
    else if (next === "text") onChange({ text: "" });
  };
  return (
    <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={title} id={fieldId(pointer)} tabIndex={-1}>
      <Stack gap="sm">
        <Title order={2} size="h3">{title}</Title>
        <SegmentedControl
          aria-label={t("kind.label", { language: title })} value={kind} disabled={readOnly} fullWidth
          data={(["none", "text", "file"] as const).map((one) => ({ value: one, label: t(`kind.${one}`) }))}
          onChange={(value) => { choose(value === "text" || value === "file" ? value : "none"); }}
        />
        {problem(pointer) && <Text size="sm" c="var(--rappel-bad)">{problem(pointer)}</Text>}
        {kind === "none" && <Text size="sm" c="dimmed">{t("kind.nothing")}</Text>}
        {kind === "text" && (
          <>
            <Textarea
              id={fieldId(`${pointer}/text`)} label={t("text.label")} description={t("text.help")} value={text} autosize minRows={3} maxRows={12} maxLength={longestText} readOnly={readOnly}
              lang={language} error={problem(`${pointer}/text`)} onChange={(event) => { onChange({ text: event.currentTarget.value }); }}
            />
            <ListenButton load={(signal) => speak({ text, language }, signal)} disabled={text.trim() === ""} onFault={setFault} />
          </>
        )}
        {kind === "file" && (
          <Recording
            file={file} language={language} promptKey={promptKey} toRead={text || other} readOnly={readOnly} problem={problem(`${pointer}/file`)} pointer={pointer}
            onChange={(path) => { setChoosing(null); onChange({ file: path }); }}
          />
        )}
        {fault && <Alert color="red">{fault.message}</Alert>}
      </Stack>
    </Paper>
  );
}

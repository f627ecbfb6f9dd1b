import { Group, Menu, Textarea, UnstyledButton } from "@mantine/core";
import { useRef } from "react";
import { fieldId, useProblemsAt } from "../../../../../ui/fields/FormContext";
import { useEditor } from "../../editor/EditorContext";
import { IconVariable } from "../../icons";
import { knownVariables } from "../../model/variables";
import { ListenButton } from "../../speech/ListenButton";
import { useWording } from "../../words";
import classes from "./SpokenText.module.css";

interface Props {
  readonly language: string;
  readonly text: string;
  readonly pointer: string;
  readonly onChange: (text: string) => void;
}

/** A text in one language, with a menu of variables to put into it, and a button to hear it. */
export function SpokenText({ language, text, pointer, onChange }: Props) {
  const { t } = useWording();
  const { script } = useEditor();
  const problems = useProblemsAt(pointer);
  const box = useRef<HTMLTextAreaElement>(null);
  const put = (name: string): void => {
    const at = box.current?.selectionStart ?? text.length;
    const end = box.current?.selectionEnd ?? at;
    onChange(`${text.slice(0, at)}$${name}${text.slice(end)}`);
  };
  return (
    <div>
      <Group justify="space-between" gap={4} wrap="nowrap">
        <span className={classes.language}>{t(`languages.${language}`)}</span>
        <Group gap={2} wrap="nowrap">
          <Menu position="bottom-end">
            <Menu.Target>
              <UnstyledButton className={classes.insert} aria-label={t("form.insertVariable")}><IconVariable size={16} aria-hidden />{t("form.variable")}</UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              {knownVariables(script).map((name) => (
                <Menu.Item key={name} onClick={() => { put(name); }} rightSection={<span className={classes.about}>{t(`variables.${name.replaceAll(".", "_")}`, { defaultValue: "" })}</span>}>
                  <code>${name}</code>
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <ListenButton what={{ text, language }} disabled={text.trim() === ""} />
        </Group>
      </Group>
      <Textarea
        ref={box} id={fieldId(pointer)} autosize minRows={2} maxRows={10} value={text} error={problems.length === 0 ? undefined : problems.map((one) => one.message).join(" ")} lang={language} aria-label={t("form.textIn", { language: t(`languages.${language}`) })}
        onChange={(event) => { onChange(event.currentTarget.value); }}
      />
    </div>
  );
}

import { Alert, Button, Group, Radio, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useSave } from "../../../api/draft";
import { listPlace, objectPlace } from "../../../app/places";
import { ReferenceSelect } from "../../../ui/fields/ReferenceSelect";
import { KeyInput } from "../../../ui/KeyInput";
import { keyOf } from "../../../ui/keyOf";
import { PageHeader } from "../../../ui/PageHeader";
import { templates, type Chosen, type Template } from "./model/templates";
import { useWording } from "./words";
import classes from "./NewScriptPage.module.css";

/** A new script: what it is called, and what it begins with. */
export function NewScriptPage() {
  const { t } = useWording();
  const navigate = useNavigate();
  const save = useSave("scripts");
  const [name, setName] = useState("");
  const [typedKey, setTypedKey] = useState<string | null>(null);
  const [template, setTemplate] = useState<Template>(templates[0] as Template);
  const [chosen, setChosen] = useState<Chosen>({});
  const key = typedKey ?? keyOf(name);
  const make = (): void => {
    save.mutate({ key, value: { name: name.trim() || key, ...template.value(chosen) }, etag: null, lenient: true }, {
      onSuccess: () => { void navigate(objectPlace("scripts", key), { replace: true }); },
    });
  };
  return (
    <>
      <PageHeader title={t("new.title")} above={[{ title: t("list.title"), to: listPlace("scripts") }]} />
      <form onSubmit={(event) => { event.preventDefault(); make(); }}>
        <Stack gap="lg" maw={820}>
          <TextInput label={t("form.scriptName")} required value={name} maw={420} onChange={(event) => { setName(event.currentTarget.value); }} />
          <KeyInput value={key} onChange={setTypedKey} />
          <Radio.Group label={t("new.beginWith")} value={template.name} onChange={(next) => { setTemplate(templates.find((one) => one.name === next) ?? template); }}>
            <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" mt="xs">
              {templates.map((one) => (
                <Radio.Card key={one.name} value={one.name} radius="md" p="md" className={classes.card}>
                  <Group wrap="nowrap" align="start">
                    <Radio.Indicator />
                    <div>
                      <Text fw={600}>{t(`templates.${one.name}.title`)}</Text>
                      <Text size="sm" c="dimmed">{t(`templates.${one.name}.about`)}</Text>
                    </div>
                  </Group>
                </Radio.Card>
              ))}
            </SimpleGrid>
          </Radio.Group>
          {template.needs.map((need) => (
            <ReferenceSelect
              key={need} label={t(`new.needs.${need}`)} to={[need]} value={chosen[need]} placeholder={t("new.later")}
              onChange={(picked) => { setChosen((now) => ({ ...now, [need]: picked ?? "" })); }}
            />
          ))}
          {save.error && <Alert color="red" role="alert">{save.error.message}</Alert>}
          <Group><Button type="submit" loading={save.isPending} disabled={key === ""}>{t("new.make")}</Button></Group>
        </Stack>
      </form>
    </>
  );
}

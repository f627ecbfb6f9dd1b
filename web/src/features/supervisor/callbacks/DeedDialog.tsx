import { Alert, List, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDeed, type Callback, type Deed, type Outcome } from "../../../api/callbacks";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { tellDone } from "../../../ui/toast";
import { phoneInWords } from "../../../ui/words";
import classes from "./callbacks.module.css";
import { DeedFields } from "./DeedFields";
import { bodyOf, emptyForm, isReady } from "./deedForm";

const LONGEST_REASON = 200;

interface Props {
  deed: Deed;
  callbacks: readonly Callback[];
  /** @param done those it was done to. */
  onClose: (done: string[]) => void;
}

/** Asks for what a deed needs, does it to one or to several, and tells which were refused and why. */
export function DeedDialog({ deed, callbacks, onClose }: Props) {
  const { t } = useTranslation("callbacks");
  const act = useDeed();
  const [form, setForm] = useState(emptyForm);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [first] = callbacks;
  const several = callbacks.length > 1;
  const left = outcome ? callbacks.filter(callback => outcome.refused.some(refused => refused.id === callback.id)) : callbacks;

  const perform = () => {
    act.mutate({ ids: left.map(callback => callback.id), deed, body: bodyOf(deed, form) }, {
      onSuccess: made => {
        const done = [...(outcome?.done ?? []), ...made.done];
        if (made.done.length > 0) tellDone(t(`deeds.${deed}.done`, { count: made.done.length }));
        if (made.refused.length === 0) onClose(done);
        else setOutcome({ done, refused: made.refused });
      },
    });
  };
  return (
    <ConfirmDialog
      opened title={t(`deeds.${deed}.title`, { count: callbacks.length })} confirm={t(`deeds.${deed}.name`)} danger={deed === "cancel"} busy={act.isPending}
      ready={isReady(deed, form)} error={act.error} onConfirm={perform} onClose={() => { onClose(outcome?.done ?? []); }}
    >
      <Stack gap="md">
        <Text className="figures">{several || !first ? t("chosen", { count: left.length }) : [phoneInWords(first.number), first.name, first.id].filter(Boolean).join(" · ")}</Text>
        <Text size="sm" c="dimmed">{t(`deeds.${deed}.what`)}</Text>
        <DeedFields deed={deed} form={form} several={several} onChange={change => { setForm(known => ({ ...known, ...change })); }} />
        {deed !== "notes" && (
          <TextInput
            label={t("reason")} value={form.reason} onChange={event => { const reason = event.currentTarget.value; setForm(known => ({ ...known, reason })); }}
            required maxLength={LONGEST_REASON} autoComplete="off" data-autofocus={deed === "number" ? undefined : true}
          />
        )}
        {outcome && (
          <Alert color="red" role="alert" title={t("refused", { count: outcome.refused.length })}>
            <List size="sm" className={classes.refused}>{outcome.refused.map(({ id, message }) => <List.Item key={id}>{id}: {message}</List.Item>)}</List>
          </Alert>
        )}
      </Stack>
    </ConfirmDialog>
  );
}

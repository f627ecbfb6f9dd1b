import { Alert, Button, Group, Paper, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useForms, useObject, useSave } from "../../../api/draft";
import { may } from "../../../api/permissions";
import { ApiProblem } from "../../../api/problem";
import { useUser } from "../../../api/session";
import type { Value } from "../../../api/types";
import { UnsavedDialog } from "../../../ui/editor/UnsavedDialog";
import { ObjectForm } from "../../../ui/ObjectForm";
import { tellDone } from "../../../ui/toast";

const pointer = "/tenant";

/** What there is one of: the contact centre's own name and language. */
export function TenantCard() {
  const { t } = useTranslation("overview");
  const readOnly = !may(useUser(), "configuration:write");
  const forms = useForms();
  const stored = useObject("tenant", "tenant");
  const save = useSave("tenant");
  const [edited, setEdited] = useState<Value | null>(null);
  const fields = forms.data?.sections.tenant?.fields;
  const missing = stored.error instanceof ApiProblem && stored.error.status === 404;
  if (!fields || (!stored.data && !missing)) return null;
  const refused = save.error instanceof ApiProblem ? save.error.faults.map((fault) => ({ ...fault, pointer: fault.pointer.startsWith(pointer) ? fault.pointer : pointer + fault.pointer })) : [];
  const submit = () => {
    if (!edited) return;
    save.mutate({ key: "tenant", value: edited, etag: stored.data?.etag ?? null }, { onSuccess: () => { setEdited(null); tellDone(t("tenant.saved")); } });
  };
  return (
    <Paper p={{ base: "md", sm: "lg" }} component="section" aria-label={t("tenant.title")}>
      <Title order={2} size="h3" mb="md">{t("tenant.title")}</Title>
      <form onSubmit={(event) => { event.preventDefault(); submit(); }}>
        <ObjectForm
          fields={fields} value={edited ?? stored.data?.value ?? {}} onChange={setEdited} pointer={pointer} scope="tenant" readOnly={readOnly}
          problems={refused.length > 0 ? refused : (stored.data?.problems ?? [])}
        />
        {save.error && refused.length === 0 && <Alert color="red" mt="md">{save.error.message}</Alert>}
        {!readOnly && <Group justify="flex-end" mt="md"><Button type="submit" disabled={!edited} loading={save.isPending}>{t("tenant.save")}</Button></Group>}
      </form>
      <UnsavedDialog dirty={edited !== null && !save.isPending} />
    </Paper>
  );
}

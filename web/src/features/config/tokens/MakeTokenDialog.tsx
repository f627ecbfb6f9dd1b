import { Checkbox, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMakeToken } from "../../../api/people";
import type { Permission } from "../../../api/permissions";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { faultAt, faultsOf } from "../../../ui/faults";
import { ReferenceSelect } from "../../../ui/fields/ReferenceSelect";

const scopes: Permission[] = [
  "configuration:read", "configuration:write", "configuration:publish", "people:write", "live:read", "callbacks:read", "callbacks:write", "agents:write",
  "interactions:read", "own:agent", "calls:watch", "recordings:listen", "recordings:delete",
];
const lengths = ["30", "90", "365", "never"] as const;
const DAY = 24 * 60 * 60 * 1000;

interface Props {
  onMade: (token: string) => void;
  onClose: () => void;
}

/** Asks what a program is to be let in for. */
export function MakeTokenDialog({ onMade, onClose }: Props) {
  const { t } = useTranslation("people");
  const make = useMakeToken();
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const [agent, setAgent] = useState<string>();
  const [days, setDays] = useState<string>("365");
  const own = chosen.includes("own:agent");
  const act = () => {
    const expiresAt = days === "never" ? {} : { expiresAt: new Date(Date.now() + Number(days) * DAY).toISOString() };
    make.mutate({ name, scopes: chosen, ...(own && agent ? { agent } : {}), ...expiresAt }, { onSuccess: ({ token }) => { onMade(token); } });
  };
  return (
    <ConfirmDialog
      opened title={t("tokens.add")} confirm={t("tokens.make")} onConfirm={act} onClose={onClose} busy={make.isPending}
      ready={name.trim() !== "" && chosen.length > 0 && (!own || agent !== undefined)} error={faultsOf(make.error).length === 0 ? make.error : null}
    >
      <Stack gap="md">
        <TextInput
          label={t("tokens.name")} description={t("tokens.nameHelp")} value={name} required data-autofocus error={faultAt(make.error, "/name")}
          onChange={event => { setName(event.currentTarget.value); }}
        />
        <Checkbox.Group label={t("tokens.scopes")} description={t("tokens.scopesHelp")} value={chosen} onChange={setChosen} required error={faultAt(make.error, "/scopes")}>
          <Stack gap={6} mt="xs">
            {scopes.map(scope => <Checkbox key={scope} value={scope} label={t(`scopes.${scope.replace(":", "-")}`)} description={scope} />)}
          </Stack>
        </Checkbox.Group>
        {own && <ReferenceSelect to={["agents"]} label={t("users.agent")} required value={agent} onChange={setAgent} error={faultAt(make.error, "/agent")} compact />}
        <Select
          label={t("tokens.expires")} value={days} allowDeselect={false} data={lengths.map(value => ({ value, label: t(`tokens.lengths.${value}`) }))}
          onChange={value => { setDays(value ?? "365"); }} error={faultAt(make.error, "/expiresAt")}
        />
      </Stack>
    </ConfirmDialog>
  );
}

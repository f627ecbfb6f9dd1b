import { Radio, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Role } from "../../../api/types";

const roles: Role[] = ["administrator", "supervisor", "agent"];

interface Props {
  value: Role;
  onChange: (role: Role) => void;
  disabled: boolean;
  error: string | undefined;
}

/** A role, with what it may do. */
export function RoleChoice({ value, onChange, disabled, error }: Props) {
  const { t } = useTranslation("people");
  return (
    <Radio.Group label={t("users.role")} value={value} onChange={role => { onChange(role as Role); }} error={error} required>
      <Stack gap="xs" mt="xs">
        {roles.map(role => <Radio key={role} value={role} label={t(`shell:roles.${role}`)} description={t(`users.roleHelp.${role}`)} disabled={disabled} />)}
      </Stack>
    </Radio.Group>
  );
}

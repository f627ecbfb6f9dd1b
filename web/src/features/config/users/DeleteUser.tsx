import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useRemoveUser, type User } from "../../../api/people";
import { ConfirmDialog } from "../../../ui/ConfirmDialog";
import { unasked } from "../../../ui/editor/useUnsavedGuard";
import { IconTrash } from "../../../ui/icons";
import { tellDone } from "../../../ui/toast";
import { useTold } from "../../../ui/useTold";

export function DeleteUser({ user }: { user: User }) {
  const { t } = useTranslation("people");
  const navigate = useNavigate();
  const remove = useRemoveUser();
  const told = useTold();
  const [asking, setAsking] = useState(false);
  const act = () => {
    remove.mutate(user.name, { onSuccess: () => { tellDone(t("users.deleted", { name: user.displayName })); void navigate("/users", unasked); } });
  };
  const failure = told(remove.error);
  return (
    <>
      <Button variant="default" c="var(--rappel-bad)" leftSection={<IconTrash size={16} />} onClick={() => { setAsking(true); }}>{t("common:delete")}</Button>
      <ConfirmDialog
        opened={asking} title={t("users.deleteTitle", { name: user.displayName })} confirm={t("common:delete")} danger busy={remove.isPending}
        error={failure ? new Error(failure) : null} onConfirm={act} onClose={() => { remove.reset(); setAsking(false); }}
      >
        <Text>{t("users.deleteWhat")}</Text>
      </ConfirmDialog>
    </>
  );
}

import { ActionIcon, Menu, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useCopy, useDelete, useRename, useRevert } from "../../api/draft";
import type { DraftObject, Section } from "../../api/types";
import { listPlace, objectPlace } from "../../app/places";
import { ConfirmDialog } from "../ConfirmDialog";
import { IconArrowBackUp, IconCopy, IconDotsVertical, IconEdit, IconTrash } from "../icons";
import { tellDone } from "../toast";
import { unasked } from "./useUnsavedGuard";

type Deed = "rename" | "copy" | "revert" | "delete";

/** What can be done to an object as a whole. */
export function ObjectMenu({ object, section, title }: { object: DraftObject; section: Section; title: string }) {
  const { t } = useTranslation("editor");
  const navigate = useNavigate();
  const [deed, setDeed] = useState<Deed | null>(null);
  const [to, setTo] = useState("");
  const deeds = { rename: useRename(section), copy: useCopy(section), revert: useRevert(section), delete: useDelete(section) };
  const { key, etag } = object;

  const open = (next: Deed) => {
    deeds[next].reset();
    setTo(next === "copy" ? `${key}-2` : key);
    setDeed(next);
  };
  const done = (place: string | null) => {
    if (deed) tellDone(t(`deeds.${deed}.done`, { name: title }));
    setDeed(null);
    if (place) void navigate(place, unasked);
  };
  const act = () => {
    const asked = { key, etag };
    if (deed === "rename") deeds.rename.mutate({ ...asked, to }, { onSuccess: () => { done(objectPlace(section, to)); } });
    if (deed === "copy") deeds.copy.mutate({ ...asked, to }, { onSuccess: () => { done(objectPlace(section, to)); } });
    if (deed === "revert") deeds.revert.mutate(asked, { onSuccess: () => { done(object.state === "added" ? listPlace(section) : null); } });
    if (deed === "delete") deeds.delete.mutate(asked, { onSuccess: () => { done(listPlace(section)); } });
  };

  const named = deed === "rename" || deed === "copy";
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t("deeds.menu", { name: title })}><IconDotsVertical size={18} /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => { open("copy"); }}>{t("deeds.copy.item")}</Menu.Item>
          <Menu.Item leftSection={<IconEdit size={16} />} onClick={() => { open("rename"); }}>{t("deeds.rename.item")}</Menu.Item>
          {object.state !== "unchanged" && (
            <Menu.Item leftSection={<IconArrowBackUp size={16} />} onClick={() => { open("revert"); }}>{t("deeds.revert.item")}</Menu.Item>
          )}
          <Menu.Item leftSection={<IconTrash size={16} />} c="var(--rappel-bad)" onClick={() => { open("delete"); }}>{t("deeds.delete.item")}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {deed && (
        <ConfirmDialog
          opened title={t(`deeds.${deed}.title`, { name: title })} confirm={t(`deeds.${deed}.item`)} onConfirm={act} onClose={() => { setDeed(null); }}
          busy={deeds[deed].isPending} danger={deed === "delete" || deed === "revert"} ready={!named || (to !== "" && to !== key)} error={deeds[deed].error}
        >
          <Text mb={named ? "md" : 0}>{t(`deeds.${deed}.what`)}</Text>
          {deed === "delete" && object.usedBy.length > 0 && <Text mt="xs">{t("deeds.delete.used", { count: object.usedBy.length })}</Text>}
          {named && <TextInput label={t("key.label")} value={to} ff="monospace" data-autofocus onChange={event => { setTo(event.currentTarget.value); }} />}
        </ConfirmDialog>
      )}
    </>
  );
}

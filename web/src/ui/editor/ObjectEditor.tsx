import { Center, Loader, Stack } from "@mantine/core";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { may } from "../../api/permissions";
import { useUser } from "../../api/session";
import type { Section, Value } from "../../api/types";
import { listPlace, objectPlace } from "../../app/places";
import { EmptyState } from "../EmptyState";
import { KeyInput } from "../KeyInput";
import { PageHeader } from "../PageHeader";
import { focusPlace, ProblemSummary } from "../ProblemSummary";
import { StateBadge } from "../StateBadge";
import { tellDone } from "../toast";
import { ConflictDialog } from "./ConflictDialog";
import { ObjectMenu } from "./ObjectMenu";
import { SaveBar } from "./SaveBar";
import { UnsavedDialog } from "./UnsavedDialog";
import { UsedBy } from "./UsedBy";
import { useObjectEditor } from "./useObjectEditor";
import { unasked } from "./useUnsavedGuard";

export interface EditorSlots<T extends Value> {
  value: T;
  setValue: (value: T) => void;
  /** Where the object stands: `/agents/1001`. */
  pointer: string;
  objectKey: string;
  isNew: boolean;
  problems: { pointer: string; message: string }[];
  readOnly: boolean;
  /** The key of a new object, to be put before the first field; null for one that has it. */
  keyInput: ReactNode;
}

interface Props<T extends Value> {
  section: Section;
  /** Undefined makes a new object. */
  objectKey: string | undefined;
  initial: T;
  /** Of the key, where it means something (an agent's is the SIP user name). */
  keyHelp?: string;
  /** False where a key cannot be made of the name. */
  keyFollowsName?: boolean;
  /** The form. */
  children: (slots: EditorSlots<T>) => ReactNode;
  /** More buttons in the header, for what is stored. */
  deeds?: (slots: EditorSlots<T>) => ReactNode;
}

/** A page around the form of one object: heading, state, problems, saving, conflicts, and what refers to it. */
export function ObjectEditor<T extends Value>(props: Props<T>) {
  return <Editing key={`${props.section}/${props.objectKey ?? ""}`} {...props} />;
}

function Editing<T extends Value>({ section, objectKey, initial, keyHelp, keyFollowsName = true, children, deeds }: Props<T>) {
  const { t } = useTranslation("editor");
  const navigate = useNavigate();
  const { hash } = useLocation();
  const readOnly = !may(useUser(), "configuration:write");
  const [tried, setTried] = useState(0);
  const arrived = useRef("");
  const editing = useObjectEditor<T>({
    section, objectKey, initial, keyFollowsName,
    onSaved: saved => {
      tellDone(t(saved.problems.length > 0 ? "save.doneWithProblems" : "save.done"));
      if (objectKey === undefined) void navigate(objectPlace(section, saved.key), { replace: true, ...unasked });
    },
  });
  const { stored, value, problems, dirty, isNew } = editing;

  // A link to a problem names its place behind the hash.
  useEffect(() => {
    const place = decodeURIComponent(hash.slice(1));
    if (stored && place !== "" && arrived.current !== place && focusPlace(place)) arrived.current = place;
  }, [hash, stored]);

  const kind = t(`sections.${section}.one`);
  const above = [{ title: t(`sections.${section}.many`), to: listPlace(section) }];
  if (editing.loading) return <Center h="40vh"><Loader aria-label={t("loading")} /></Center>;
  if (editing.missing) {
    return <><PageHeader title={objectKey ?? ""} above={above} /><EmptyState title={t("missing.what", { section: kind })} next={t("missing.next")} /></>;
  }
  if (editing.failure && !stored) return <EmptyState title={t("failed")} next={editing.failure.message} />;

  const name = typeof value.name === "string" && value.name !== "" ? value.name : objectKey ?? t("new", { section: kind.toLocaleLowerCase() });
  const save = (how?: { lenient?: boolean; over?: string }) => {
    setTried(tried + 1);
    editing.submit(how);
  };
  const keyInput = isNew && (
    <KeyInput
      value={editing.key} onChange={editing.setKey} {...(keyHelp ? { help: keyHelp } : {})}
      error={problems.find(problem => problem.pointer === editing.root)?.message}
    />
  );
  const slots = { value, setValue: editing.setValue, pointer: editing.root, objectKey: editing.key, isNew, problems, readOnly, keyInput };

  return (
    <>
      <PageHeader title={name} above={above} badge={stored && <StateBadge state={stored.state} problems={dirty ? 0 : stored.problems.length} />}>
        {deeds?.(slots)}
        {stored && !readOnly && <ObjectMenu object={stored} section={section} title={name} />}
      </PageHeader>
      <Stack gap="md">
        <ProblemSummary problems={problems} takeFocus={tried > 0 && editing.refusal !== null} />
        {children(slots)}
        {stored && <UsedBy references={stored.usedBy} />}
      </Stack>
      {!readOnly && (
        <SaveBar
          dirty={dirty} saving={editing.saving} refusal={editing.refusal} keepable={editing.keepable} isNew={isNew}
          onSave={() => { save(); }} onKeep={() => { save({ lenient: true }); }} onDiscard={editing.discard}
        />
      )}
      <ConflictDialog
        theirs={editing.conflict?.value ?? null} mine={value} saving={editing.saving} onTakeTheirs={editing.discard} onClose={editing.dismissConflict}
        onOverwrite={() => { if (editing.conflict) save({ over: editing.conflict.etag }); }}
      />
      <UnsavedDialog dirty={dirty} />
    </>
  );
}

import { Center, Loader } from "@mantine/core";
import { useParams } from "react-router";
import { useForms, useObject } from "../../../api/draft";
import { listPlace, newKey } from "../../../app/places";
import { ObjectMenu } from "../../../ui/editor/ObjectMenu";
import { EmptyState } from "../../../ui/EmptyState";
import { PageHeader } from "../../../ui/PageHeader";
import { StateBadge } from "../../../ui/StateBadge";
import { ScriptEditor } from "./editor/ScriptEditor";
import { IconBinaryTree2 } from "./icons";
import { textOf } from "./model/types";
import { NewScriptPage } from "./NewScriptPage";
import { UsedByMenu } from "./UsedByMenu";
import { useWording } from "./words";

/** The page of one script, or of a new one. */
export default function ScriptPage() {
  const { key = "" } = useParams();
  return key === newKey ? <NewScriptPage /> : <EditedScript key={key} id={key} />;
}

function EditedScript({ id }: { id: string }) {
  const { t } = useWording();
  const object = useObject("scripts", id);
  const forms = useForms();
  const failed = object.error ?? forms.error;
  const above = [{ title: t("list.title"), to: listPlace("scripts") }];
  if (failed && !object.data) {
    return <><PageHeader title={id} above={above} /><EmptyState icon={IconBinaryTree2} title={t("page.cannotOpen")} next={failed.message} /></>;
  }
  if (!object.data || !forms.data) {
    return <Center h="50vh"><Loader aria-label={t("page.loading")} /></Center>;
  }
  const title = textOf(object.data.value["name"]) || id;
  return (
    <>
      <PageHeader title={title} above={above} badge={<StateBadge state={object.data.state} problems={object.data.problems.length} />}>
        <UsedByMenu references={object.data.usedBy} />
        <ObjectMenu object={object.data} section="scripts" title={title} />
      </PageHeader>
      <ScriptEditor object={object.data} forms={forms.data} />
    </>
  );
}

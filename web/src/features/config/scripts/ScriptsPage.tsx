import { Button } from "@mantine/core";
import { Link } from "react-router";
import { newPlace } from "../../../app/places";
import { PageHeader } from "../../../ui/PageHeader";
import { ObjectTable, type ObjectColumn } from "../../../ui/table/ObjectTable";
import type { Value } from "../../../api/types";
import { IconBinaryTree2 } from "./icons";
import { useWording } from "./words";

/** All scripts. */
export default function ScriptsPage() {
  const { t } = useWording();
  const columns: ObjectColumn<Value>[] = [{ id: "objects", title: t("list.objects"), cell: (item) => item.objects ?? "" }];
  return (
    <>
      <PageHeader title={t("list.title")} about={t("list.about")} />
      <ObjectTable
        section="scripts" columns={columns}
        empty={{
          icon: IconBinaryTree2, title: t("list.empty"), next: t("list.emptyNext"),
          action: <Button component={Link} to={newPlace("scripts")}>{t("list.first")}</Button>,
        }}
      />
    </>
  );
}

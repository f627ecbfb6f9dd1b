import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useCallbacks, type Callback } from "../../../api/callbacks";
import { DataTable, type Column } from "../../../ui/table/DataTable";
import { useNow } from "../../../ui/useNow";
import { callbackColumns, type Names } from "../callbacks/columns";
import { DeedMenu } from "../callbacks/DeedMenu";
import { useDeedDialog } from "../callbacks/useDeedDialog";
import { Panel } from "./Panel";

const FIRST = 10;

interface Props {
  names: Names;
  /** How many are open in all. */
  open: number | undefined;
  mayChange: boolean;
}

/** Who is called back next, in the order of the line. */
export function CallbacksPanel({ names, open, mayChange }: Props) {
  const { t } = useTranslation("board");
  const { data } = useCallbacks({ status: "open", sort: "place", limit: FIRST });
  const now = new Date(useNow());
  const [perform, dialog] = useDeedDialog();
  const deeds: Column<Callback> = {
    id: "deeds", title: t("callbacks.action"), deeds: true, cell: callback => <DeedMenu callback={callback} onChoose={deed => { perform(deed, [callback]); }} />,
  };
  const columns = callbackColumns(names, now, t);
  return (
    <Panel title={t("callbacks.title")} beside={open === undefined || open === 0 ? undefined : String(open)} empty={data?.items.length === 0 ? t("callbacks.none") : undefined}>
      <DataTable<Callback>
        label={t("callbacks.title")} rows={data?.items} rowKey={callback => callback.id} place={callback => `/callbacks/${callback.id}`}
        columns={mayChange ? [...columns, deeds] : columns}
      />
      {data?.next && <Anchor component={Link} to="/callbacks" size="sm" mt="xs" display="inline-block">{t("callbacks.showAll")}</Anchor>}
      {dialog}
    </Panel>
  );
}

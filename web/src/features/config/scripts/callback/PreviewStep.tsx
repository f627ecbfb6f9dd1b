import { Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useEditor } from "../editor/EditorContext";
import { rowsAround } from "../editor/state";
import type { AddedCallback } from "../model/addCallback";
import { closableRows } from "../tree/rows";
import { ScriptTree } from "../tree/ScriptTree";
import { useWording } from "../words";
import classes from "./assistant.module.css";

const none: ReadonlyMap<string, number> = new Map();
const nothing: ReadonlySet<string> = new Set();

/** The script as it will be: what is new or changed is marked, everything else is closed. */
export function PreviewStep({ made }: { made: AddedCallback }) {
  const { t } = useWording();
  const { exitsOf } = useEditor();
  const [selected, setSelected] = useState(made.callback);
  const touched = useMemo(() => new Set(made.touched), [made]);
  const [collapsed, setCollapsed] = useState<ReadonlySet<string>>(() => {
    const open = new Set(made.touched.flatMap((id) => rowsAround(made.script, id)));
    return new Set([...closableRows(made.script, exitsOf), "main"].filter((key) => !open.has(key) && !touched.has(key)));
  });
  const toggle = (key: string): void => {
    setCollapsed((now) => (now.has(key) ? new Set([...now].filter((one) => one !== key)) : new Set([...now, key])));
  };
  return (
    <Stack gap="sm">
      <Text>{t("assistant.preview", { count: made.touched.length })}</Text>
      <div className={classes.preview}>
        <ScriptTree
          label={t("assistant.previewTree")} script={made.script} selected={selected} collapsed={collapsed} exitsOf={exitsOf} rowHeight={32} problems={none} found={nothing}
          path={touched} fixed commands={{ select: setSelected, toggle, edit: () => undefined, move: () => undefined, key: () => false }}
        />
      </div>
    </Stack>
  );
}

import { Center, Loader, SegmentedControl } from "@mantine/core";
import { lazy, Suspense } from "react";
import { SidePane } from "../form/SidePane";
import { useWording } from "../words";
import type { PreviewState } from "./usePreview";
import type { ScriptEditorHandle } from "./useScriptEditor";
import classes from "./editor.module.css";

export type View = "tree" | "form" | "text";

// The text editor is large, and many visits do not need it.
const TextPane = lazy(() => import("../text/TextPane"));

interface Props {
  readonly view: Exclude<View, "tree">;
  readonly narrow: boolean;
  readonly handle: ScriptEditorHandle;
  readonly preview: PreviewState;
  readonly onView: (view: View) => void;
}

export function ViewChoice({ view, narrow, onChange }: { view: View; narrow: boolean; onChange: (view: View) => void }) {
  const { t } = useWording();
  const views: View[] = narrow ? ["tree", "form", "text"] : ["form", "text"];
  return (
    <SegmentedControl
      fullWidth aria-label={t("views.label")} value={view} data={views.map((one) => ({ value: one, label: t(`views.${one}`) }))}
      onChange={(next) => { onChange(next as View); }}
    />
  );
}

/** What belongs to the tree: the form of the selected object, the text of the script, or a trial call. */
export function SidePanes({ view, narrow, handle, preview, onView }: Props) {
  return (
    <div className={classes.side}>
      {!narrow && <ViewChoice view={view} narrow={false} onChange={onView} />}
      <div className={classes.pane} data-pane={view}>
        <Suspense fallback={<Center h="100%"><Loader /></Center>}>
          {view === "form" && <div className={classes.scroll}><SidePane /></div>}
          {view === "text" && <TextPane handle={handle} preview={preview} />}
        </Suspense>
      </div>
    </div>
  );
}

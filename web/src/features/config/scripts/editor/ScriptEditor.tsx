import { useCallback, useMemo, useState } from "react";
import { useLocation } from "react-router";
import { pointerTo } from "../../../../app/places";
import { may } from "../../../../api/permissions";
import { useUser } from "../../../../api/session";
import type { Forms } from "../../../../api/forms";
import type { DraftObject } from "../../../../api/types";
import type { ExitsOf } from "../model/exits";
import { entryOf } from "../model/lookup";
import { insert } from "../model/edit";
import { newObject } from "../model/starters";
import type { Place } from "../model/types";
import { Palette } from "../palette/Palette";
import { useWording } from "../words";
import { EditorContext, type EditorTools } from "./EditorContext";
import { EditorFrame } from "./EditorFrame";
import { placeProblems, type PlacedProblem } from "./problems";
import { useClipboard } from "./useClipboard";
import { placeForNew } from "./useObjectDeeds";
import { usePreview } from "./usePreview";
import { useSaving } from "./useSaving";
import { useScriptEditor } from "./useScriptEditor";

/** A link to a problem has its pointer behind the hash: into the whole configuration, and so into this script. */
function placeOfHash(key: string, hash: string): string {
  const start = pointerTo("", "scripts", key);
  const pointer = decodeURIComponent(hash.slice(1));
  return pointer.startsWith(`${start}/`) ? pointer.slice(start.length) : "";
}

interface Props {
  readonly object: DraftObject;
  readonly forms: Forms;
}

/** One script: what is edited, and what its parts share. */
export function ScriptEditor({ object, forms }: Props) {
  const { t } = useWording();
  const readOnly = !may(useUser(), "configuration:write");
  const { hash } = useLocation();
  const handle = useScriptEditor(object.value, placeOfHash(object.key, hash));
  const { draft, edit, select } = handle;
  const { script, selected } = draft;
  const [placed, setPlaced] = useState<readonly PlacedProblem[]>(() => placeProblems(script, object.key, object.problems));
  const saving = useSaving(object, handle);
  const preview = usePreview(object.key, handle, readOnly, setPlaced, saving.textKnown);
  const { copy, paste } = useClipboard(edit);
  const [adding, setAdding] = useState<Place | null>(null);

  const exitsOf = useCallback<ExitsOf>((type) => forms.objects[type]?.exits ?? [], [forms]);
  const kinds = useMemo(() => {
    const main = adding !== null && entryOf(script, adding.holder) === "main";
    return Object.keys(forms.objects).filter((type) => !main || forms.objects[type]?.inQueueOnly !== true);
  }, [forms, adding, script]);

  const choose = (type: string): void => {
    const place = adding;
    setAdding(null);
    if (place) {
      const node = newObject(script, type, exitsOf(type), t("objects.label.title"));
      edit((s) => insert(s, place, [node]), { select: node.id });
    }
  };
  const tools: EditorTools = {
    scriptKey: object.key, script, selected, forms, exitsOf, placed, edit: readOnly ? () => undefined : edit, select, copy, readOnly,
    add: (place) => { setAdding(place ?? placeForNew(script, selected)); },
    paste: () => { void paste(placeForNew(script, selected)); },
  };
  return (
    <EditorContext value={tools}>
      <EditorFrame handle={handle} saving={saving} preview={preview} />
      <Palette opened={adding !== null} kinds={kinds} onChoose={choose} onClose={() => { setAdding(null); }} />
    </EditorContext>
  );
}

import { useCallback, useRef } from "react";
import { notifications } from "@mantine/notifications";
import { copyText, nodesOfText, paste as pasteNodes } from "../model/clipboard";
import type { Place, ScriptNode } from "../model/types";
import { useWording } from "../words";
import type { EditorTools } from "./EditorContext";

// Pages that come without TLS have none, whatever its type says.
const system = (): Clipboard | undefined => navigator.clipboard as Clipboard | undefined;

/** Copies objects as text, through the system's clipboard where the browser lets us, so that they go from script to script. */
export function useClipboard(edit: EditorTools["edit"]) {
  const { t } = useWording();
  const own = useRef("");
  const copy = useCallback((node: ScriptNode) => {
    own.current = copyText([node]);
    void system()?.writeText(own.current).catch(() => undefined);
  }, []);
  const paste = useCallback(async (place: Place) => {
    const shared = (await system()?.readText().catch(() => "")) ?? "";
    const nodes = nodesOfText(shared) ?? nodesOfText(own.current);
    if (!nodes) {
      notifications.show({ message: t("deeds.nothingToPaste") });
      return;
    }
    edit((script) => pasteNodes(script, place, nodes).script, { ...(nodes[0] ? { select: nodes[0].id } : {}) });
  }, [edit, t]);
  return { copy, paste };
}

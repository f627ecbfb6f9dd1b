import { Button } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useEditor } from "../editor/EditorContext";
import { IconPhoneCall } from "../icons";
import { useWording } from "../words";

const CallbackAssistant = lazy(() => import("./CallbackAssistant"));

/** Opens the assistant that adds callback to the script. */
export function AddCallbackButton() {
  const { t } = useWording();
  const { readOnly } = useEditor();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="light" leftSection={<IconPhoneCall size={17} />} disabled={readOnly} onClick={() => { setOpen(true); }}>{t("assistant.open")}</Button>
      {open && <Suspense><CallbackAssistant onClose={() => { setOpen(false); }} /></Suspense>}
    </>
  );
}

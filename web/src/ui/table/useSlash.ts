import { useEffect, type RefObject } from "react";

/** "/" goes to the search, as in many programs. */
export function useSlash(box: RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const go = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select, [contenteditable]");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
    };
    document.addEventListener("keydown", go);
    return () => { document.removeEventListener("keydown", go); };
  }, [box]);
}

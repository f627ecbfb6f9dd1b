/** What a key does on the workspace. */
export type DeskAction =
  | "accept" | "reject" | "mute" | "hold" | "keys" | "transfer" | "consult" | "hang-up" | "finish" | "extend" | "available" | "on-break" | "help";

/** The keys, in the order of the help. */
export const shortcuts: readonly (readonly [key: string, action: DeskAction])[] = [
  ["a", "accept"], ["r", "reject"], ["m", "mute"], ["h", "hold"], ["k", "keys"], ["t", "transfer"], ["c", "consult"], ["e", "hang-up"],
  ["f", "finish"], ["x", "extend"], ["v", "available"], ["b", "on-break"], ["?", "help"],
];

const typing = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox]";

/** What a pressed key means; undefined for nothing, and while somebody types or a dialog is open. */
export function actionOf(event: KeyboardEvent): DeskAction | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return undefined;
  if (event.target instanceof Element && event.target.closest(typing)) return undefined;
  return shortcuts.find(([key]) => key === event.key.toLowerCase())?.[1];
}

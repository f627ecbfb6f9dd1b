import type { Asked, Deed } from "../../../api/callbacks";

/** All that may be told of any of them; each takes what is its own. */
export interface DeedForm {
  reason: string;
  to: string;
  position: number;
  agent: string | null;
  queue: string | null;
  /** As the browser's field has it, by the clock of whoever looks. */
  from: string;
  until: string;
  number: string;
  text: string;
}

export const emptyForm: DeedForm = { reason: "", to: "first", position: 1, agent: null, queue: null, from: "", until: "", number: "", text: "" };

const moment = (local: string) => new Date(local).toISOString();

const own: Record<Deed, (form: DeedForm) => Asked["body"]> = {
  retry: () => ({}),
  hold: () => ({}),
  release: () => ({}),
  cancel: () => ({}),
  move: form => (form.to === "position" ? { position: form.position } : { to: form.to }),
  assign: form => ({ agent: form.agent }),
  transfer: form => ({ queue: form.queue }),
  reschedule: form => ({ ...(form.from === "" ? {} : { from: moment(form.from) }), until: moment(form.until) }),
  number: form => ({ number: form.number }),
  notes: form => ({ text: form.text.trim() }),
};

/** What is sent. */
export const bodyOf = (deed: Deed, form: DeedForm): Asked["body"] =>
  deed === "notes" ? own.notes(form) : { ...own[deed](form), reason: form.reason.trim() };

/** Whether everything that it needs was given. */
export function isReady(deed: Deed, form: DeedForm): boolean {
  switch (deed) {
    case "notes": return form.text.trim() !== "";
    case "transfer": return form.reason.trim() !== "" && form.queue !== null;
    case "number": return form.reason.trim() !== "" && form.number.trim() !== "";
    case "reschedule": return form.reason.trim() !== "" && form.until !== "";
    default: return form.reason.trim() !== "";
  }
}

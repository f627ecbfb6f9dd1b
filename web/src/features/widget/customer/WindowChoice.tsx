import { byDay, span } from "../shared/times";
import type { CallWindow, Language } from "../shared/types";

interface Props {
  id: string;
  windows: CallWindow[];
  language: Language;
  zone: string | null;
  /** The beginning of the window chosen, or `soon`. */
  value: string;
  onChange: (value: string) => void;
  /** Words for as soon as possible; null where that is no choice. */
  soon: string | null;
}

/** The times to choose from, by their days. */
export function WindowChoice({ id, windows, language, zone, value, onChange, soon }: Props) {
  return (
    <select id={id} value={value} required onChange={(event) => { onChange(event.target.value); }}>
      <option value="" disabled hidden>…</option>
      {soon && <option value="soon">{soon}</option>}
      {byDay(windows, language, zone).map(([name, ofDay]) => (
        <optgroup key={name} label={name}>
          {ofDay.map((window) => <option key={window.from} value={window.from}>{span(window, language, zone)}</option>)}
        </optgroup>
      ))}
    </select>
  );
}

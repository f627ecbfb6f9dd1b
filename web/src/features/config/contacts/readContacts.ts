import { splitRows } from "./splitRows";

/** One contact as the configuration writes it. */
export type Contact = {
  number: string;
  name?: string;
  variables?: Record<string, string>;
};

export type ContactFault = "no-number" | "bad-number" | "twice-in-text" | "already-listed" | "too-many-cells" | "unclosed-quote";

/** One line of what was pasted, and what is wrong with it. */
export interface ContactRow {
  /** Line of the text, from 1. */
  line: number;
  contact: Contact;
  fault: ContactFault | null;
}

/** What pasted text or a CSV file comes to. */
export interface ReadContacts {
  rows: ContactRow[];
  /** Names of the columns beyond number and name, which become variables. */
  variables: string[];
}

const numberColumns = ["number", "phone", "telephone", "phonenumber", "numero", "numerodetelephone", "tel"];
const nameColumns = ["name", "fullname", "contact", "nom", "nomcomplet"];
const fullNumber = /^\+[1-9]\d{6,14}$/;

/** E.164: a plus sign, a country, a number. */
export const isFullNumber = (number: string) => fullNumber.test(number);

function plain(heading: string): string {
  return heading.normalize("NFD").toLowerCase().replaceAll(/[^a-z]/g, "");
}

/** What only helps the eye is taken out, and ten North American digits become a full number. */
export function cleanNumber(written: string): string {
  const digits = written.replaceAll(/[\s().\-/\u00a0\u202f\u2011]/g, "");
  if (/^[2-9]\d{2}[2-9]\d{6}$/.test(digits)) return `+1${digits}`;
  return /^1[2-9]\d{2}[2-9]\d{6}$/.test(digits) ? `+${digits}` : digits;
}

interface Columns {
  number: number;
  name: number;
  variables: { at: number; name: string }[];
}

function readHeadings(cells: readonly string[]): Columns | null {
  const headings = cells.map(plain);
  const number = headings.findIndex((heading) => numberColumns.includes(heading));
  if (number < 0) return null;
  const name = headings.findIndex((heading) => nameColumns.includes(heading));
  const variables = cells.flatMap((cell, at) =>
    at === number || at === name || cell.trim() === "" ? [] : [{ at, name: cell.trim() }],
  );
  return { number, name, variables };
}

function readRow(cells: readonly string[], columns: Columns): Contact {
  const contact: Contact = { number: cleanNumber(cells[columns.number] ?? "") };
  const name = cells[columns.name]?.trim();
  if (name) contact.name = name;
  const variables = columns.variables.flatMap(({ at, name: variable }) => {
    const value = cells[at]?.trim();
    return value ? [[variable, value] as const] : [];
  });
  if (variables.length > 0) contact.variables = Object.fromEntries(variables);
  return contact;
}

/**
 * Reads lines of number, name and further columns; headings name the columns where the first line has a number's.
 * Numbers in `existing` are told as listed already.
 */
export function readContacts(text: string, existing: ReadonlySet<string>): ReadContacts {
  const lines = splitRows(text);
  const headed = lines[0] ? readHeadings(lines[0].cells) : null;
  const columns = headed ?? { number: 0, name: 1, variables: [] };
  const mostCells = headed ? (lines[0]?.cells.length ?? 0) : 2;
  const seen = new Set<string>();
  const rows = lines.slice(headed ? 1 : 0).map(({ line, cells, unclosed }): ContactRow => {
    const contact = readRow(cells, columns);
    const twice = seen.has(contact.number);
    seen.add(contact.number);
    const fault = ((): ContactFault | null => {
      if (unclosed) return "unclosed-quote";
      if (contact.number === "") return "no-number";
      if (!isFullNumber(contact.number)) return "bad-number";
      if (cells.length > mostCells) return "too-many-cells";
      if (twice) return "twice-in-text";
      return existing.has(contact.number) ? "already-listed" : null;
    })();
    return { line, contact, fault };
  });
  return { rows, variables: columns.variables.map(({ name }) => name) };
}

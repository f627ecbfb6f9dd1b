/** One line of a table written as text. */
export interface TextRow {
  /** Line it begins on, from 1. */
  line: number;
  cells: string[];
  /** True where a quotation mark was opened and never closed. */
  unclosed: boolean;
}

/** What parts the cells: whichever of tab, semicolon and comma the first line has most of. */
function separatorOf(text: string): string {
  const first = text.split("\n", 1)[0] ?? "";
  const counted = ["\t", ";", ","].map((sign) => ({ sign, count: first.split(sign).length }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}

/** Takes CSV (RFC 4180) or pasted cells apart; empty lines are left out. */
export function splitRows(written: string): TextRow[] {
  const text = written.replace(/^\ufeff/, "").replaceAll(/\r\n?/g, "\n");
  const separator = separatorOf(text);
  const rows: TextRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let began = 1;
  const endRow = (unclosed: boolean) => {
    cells.push(cell);
    if (cells.some((one) => one.trim() !== "")) rows.push({ line: began, cells, unclosed });
    cells = [];
    cell = "";
    began = line;
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "\n") line += 1;
    if (quoted) {
      if (sign !== "\"") cell += sign;
      else if (text[at + 1] === "\"") {
        cell += "\"";
        at += 1;
      } else quoted = false;
    } else if (sign === "\"" && cell.trim() === "") {
      quoted = true;
      cell = "";
    } else if (sign === separator) {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n") endRow(false);
    else cell += sign;
  }
  endRow(quoted);
  return rows;
}

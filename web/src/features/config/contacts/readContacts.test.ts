import { describe, expect, it } from "vitest";
import { cleanNumber, readContacts } from "./readContacts";
import { splitRows } from "./splitRows";

const none = new Set<string>();

describe("pasted contacts", () => {
  it("are numbers and names, line by line", () => {
    expect(readContacts("514 555-0123, Ada\n+33 1 40 20 50 50,\n", none).rows).toEqual([
      { line: 1, contact: { number: "+15145550123", name: "Ada" }, fault: null },
      { line: 2, contact: { number: "+33140205050" }, fault: null },
    ]);
  });

  it("have columns named by headings, in either language and any order", () => {
    const read = readContacts("Nom;Numéro de téléphone;Langue\n\"Tremblay; Amélie\";514 555-0123;fr\n", none);
    expect(read.variables).toEqual(["Langue"]);
    expect(read.rows).toEqual([
      {
        line: 2,
        contact: { number: "+15145550123", name: "Tremblay; Amélie", variables: { Langue: "fr" } },
        fault: null,
      },
    ]);
  });

  it("come from a spreadsheet with tabs", () => {
    expect(readContacts("number\tname\n5145550123\tSmith, John", none).rows[0]?.contact.name).toBe("Smith, John");
  });

  it.each([
    ["abc", "bad-number"],
    ["555-0123", "bad-number"],
    [",Ada", "no-number"],
    ["5145550123,Ada,extra", "too-many-cells"],
    ["5145550199", "already-listed"],
    ["\"5145550123", "unclosed-quote"],
  ])("%s: %s", (text, fault) => {
    expect(readContacts(text, new Set(["+15145550199"])).rows[0]?.fault).toBe(fault);
  });

  it("are told of when one comes twice", () => {
    const { rows } = readContacts("5145550123\n+1 514 555 0123", none);
    expect(rows.map((row) => row.fault)).toEqual([null, "twice-in-text"]);
  });

  it("may hold thousands of lines", () => {
    const text = Array.from({ length: 5_000 }, (_, index) => `+1514555${String(index).padStart(4, "0")},N ${index}`).join("\n");
    expect(readContacts(text, none).rows.filter((row) => row.fault === null)).toHaveLength(5_000);
  });
});

describe("rows of text", () => {
  it("keep quoted line ends, marks and separators", () => {
    expect(splitRows("a,\"b \"\"c\"\"\n d\",e\r\n\r\nf")).toEqual([
      { line: 1, cells: ["a", "b \"c\"\n d", "e"], unclosed: false },
      { line: 4, cells: ["f"], unclosed: false },
    ]);
  });
});

describe("a written number", () => {
  it("loses what only helps the eye", () => {
    expect(cleanNumber("(514) 555-0123")).toBe("+15145550123");
    expect(cleanNumber("1.514.555.0123")).toBe("+15145550123");
    expect(cleanNumber("+44 20 7946 0000")).toBe("+442079460000");
  });
});

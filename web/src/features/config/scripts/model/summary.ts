import { isJsonObject, textOf, type Json, type JsonObject, type ScriptNode } from "./types";

/** Finds the words of a key of the `scripts` texts in the language of the page. */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

export interface Wording {
  readonly t: Translate;
  /** Language whose text is shown where there are several. */
  readonly language: string;
}

export function titleOf(type: string, { t }: Wording): string {
  return t(`objects.${type}.title`, { defaultValue: type });
}

/** What an object does, in one line: what it says, what it leads to, its times. Empty where the kind alone tells. */
export function summaryOf(node: ScriptNode, wording: Wording): string {
  return (summaries[node.type] ?? anything)(node.values, wording, node);
}

/** An object as one line: `Get Digit: "To speak to..." 8 s, 3 tries`. */
export function lineOf(node: ScriptNode, wording: Wording): string {
  const summary = summaryOf(node, wording);
  const title = titleOf(node.type, wording);
  return summary === "" ? title : wording.t("line", { title, summary });
}

type Summary = (values: JsonObject, wording: Wording, node: ScriptNode) => string;

const summaries: Readonly<Record<string, Summary>> = {
  say: (v, w) => listed([spoken(v["text"], w), v["interruptible"] === false ? w.t("summary.notInterruptible") : ""]),
  play: (v, w) => spoken(v["prompt"], w),
  getDigit: (v, w) => [spoken(v["prompt"], w), listed([textOf(v["timeout"]), tries(v, w)])].filter(Boolean).join(" "),
  getValue: (v, w) => listed([data(v, w), digits(v, w), tries(v, w)]),
  setVariable: (v, w) => w.t("summary.set", { name: variable(v["name"]), value: textOf(v["value"]) || w.t("summary.nothing") }),
  testVariable: comparison,
  testQueue: (v, w) => listed([textOf(v["queue"]), conditions(v, w)]),
  schedule: (v) => textOf(v["schedule"]),
  label: (v) => textOf(v["name"]),
  goto: (v) => textOf(v["label"]),
  wait: (v) => textOf(v["duration"]),
  loop: (_, w, node) => w.t("summary.repeats", { count: node.branches?.[0]?.nodes.length ?? 0 }),
  forwardToQueue: (v) => textOf(v["queue"]),
  forwardToNumber: (v) => textOf(v["number"]),
  forwardToAgent: (v) => listed([textOf(v["agent"]), textOf(v["ringTime"])]),
  forwardToVoicemail: (v) => textOf(v["queue"]),
  forwardToScript: (v) => textOf(v["script"]),
  callback: (v, w) => listed([
    textOf(v["queue"]),
    v["attempts"] === undefined ? "" : w.t("summary.attempts", { count: Number(v["attempts"]) }),
    textOf(v["retryDelay"]) && w.t("summary.every", { delay: textOf(v["retryDelay"]) }),
    textOf(v["cancelAfter"]) && w.t("summary.during", { time: textOf(v["cancelAfter"]) }),
  ]),
  checkCallback: (v, w) => textOf(v["queue"]) || w.t("summary.allQueues"),
  changeCallback: (v, w) => (textOf(v["action"]) ? w.t(`choices.action.${textOf(v["action"])}`, { defaultValue: textOf(v["action"]) }) : ""),
  setLanguage: (v, w) => w.t(`languages.${textOf(v["language"])}`, { defaultValue: textOf(v["language"]) }),
  hangUp: () => "",
};

/** A kind that has no line of its own shows its plain values. */
function anything(values: JsonObject): string {
  return listed(Object.values(values).map(textOf).slice(0, 3));
}

const longest = 60;

/** What is said: the text in the language of the page, else in any; or the key of a prompt. */
function spoken(value: Json | undefined, { t, language }: Wording): string {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === "string") {
    return t("summary.prompt", { key: first });
  }
  if (!isJsonObject(first)) {
    return "";
  }
  if (first["prompt"] !== undefined) {
    return t("summary.prompt", { key: textOf(first["prompt"]) });
  }
  const text = textOf(first[language]) || Object.values(first).map(textOf).find((other) => other !== "") || "";
  return text === "" ? "" : t("summary.quoted", { text: shortened(text) });
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length <= longest) {
    return line;
  }
  const cut = line.lastIndexOf(" ", longest);
  return `${line.slice(0, cut > longest / 2 ? cut : longest).replace(/[,.;:]$/, "")}…`;
}

function comparison(values: JsonObject, { t }: Wording): string {
  const name = variable(values["name"]);
  const kind = comparisons.find((key) => values[key] !== undefined);
  return kind === undefined ? name : t(`summary.comparisons.${kind}`, { name, value: textOf(values[kind]) });
}

export const comparisons = ["equals", "notEquals", "lessThan", "atMost", "moreThan", "atLeast", "isEmpty", "startsWith"] as const;

function conditions(values: JsonObject, { t }: Wording): string {
  return ["noAgentLoggedIn", "noAgentFree", "callsAhead", "waitingLonger", "expectedWaitOver", "callbackCapReached", "closingWithin"]
    .filter((key) => values[key] !== undefined && values[key] !== false)
    .map((key) => t(`summary.conditions.${key}`, { value: textOf(values[key]) }))
    .join(t("summary.or"));
}

function data(values: JsonObject, { t }: Wording): string {
  const name = textOf(values["data"]);
  return t(`choices.data.${name.replaceAll(".", "_")}`, { defaultValue: name });
}

function digits(values: JsonObject, { t }: Wording): string {
  const [from, to] = [textOf(values["minimumDigits"]), textOf(values["maximumDigits"])];
  if (from === "" && to === "") {
    return "";
  }
  return t("summary.digits", { range: from === to || to === "" ? from : `${from || "1"}–${to}` });
}

function tries(values: JsonObject, { t }: Wording): string {
  return values["tries"] === undefined ? "" : t("summary.tries", { count: Number(values["tries"]) });
}

function variable(name: Json | undefined): string {
  const text = textOf(name).replace(/^\$/, "");
  return text === "" ? "" : `$${text}`;
}

function listed(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(", ");
}

/** What kinds of object have in common: they share an icon's colour and a group of the palette. */
export const families = ["speech", "questions", "decisions", "flow", "forwards", "callback", "data"] as const;
export type Family = (typeof families)[number];

const kinds: Readonly<Record<Family, readonly string[]>> = {
  speech: ["say", "play", "setLanguage"],
  questions: ["getDigit", "getValue"],
  decisions: ["schedule", "testQueue", "testVariable", "checkNumber"],
  flow: ["label", "goto", "loop", "wait", "hangUp"],
  forwards: ["forwardToQueue", "forwardToAgent", "forwardToNumber", "forwardToVoicemail", "forwardToScript"],
  callback: ["callback", "checkCallback", "changeCallback"],
  data: ["setVariable", "webRequest"],
};

const familyOfKind = new Map(families.flatMap((family) => kinds[family].map((kind): [string, Family] => [kind, family])));

export function familyOf(type: string): Family {
  return familyOfKind.get(type) ?? "data";
}

/** All kinds in the order of the palette; those that only the server knows come last. */
export function kindsInOrder(known: readonly string[]): { family: Family; types: string[] }[] {
  return families.map((family) => ({
    family,
    types: [...kinds[family].filter((type) => known.includes(type)), ...(family === "data" ? known.filter((type) => !familyOfKind.has(type)) : [])],
  })).filter((group) => group.types.length > 0);
}

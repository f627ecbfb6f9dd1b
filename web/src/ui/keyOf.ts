const LONGEST = 60;

/** A key made of a name: `Infirmières-conseils` gives `infirmieres-conseils`. */
export const keyOf = (name: string) =>
  name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, LONGEST).replace(/-+$/, "");

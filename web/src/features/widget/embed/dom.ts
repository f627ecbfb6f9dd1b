type Attributes = Record<string, string | boolean>;

/** An element with its attributes and what is in it. Texts go in as texts: nothing is read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(name: K, attributes: Attributes = {}, ...content: (Node | string | null)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(attribute, "");
    else if (value !== false) made.setAttribute(attribute, value);
  }
  made.append(...content.filter((part) => part !== null));
  return made;
}

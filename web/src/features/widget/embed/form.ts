import { byDay, span } from "../shared/times";
import type { CallWindow, Language, WidgetFacts } from "../shared/types";
import type { Wish } from "./api";
import { element } from "./dom";
import type { Texts } from "./texts";

/** The form's fields and how to read them. */
export function askForm(facts: WidgetFacts, language: Language, t: Texts, onSend: (wish: Wish) => Promise<void>) {
  const name = element("input", { id: "name", autocomplete: "name", maxlength: "100" });
  const number = element("input", { id: "number", type: "tel", inputmode: "tel", autocomplete: "tel", maxlength: "32", required: true, "aria-describedby": "wrong" });
  const when = element("select", { id: "when" }, element("option", { value: "" }, t.soon), ...dayGroups(facts, language));
  const website = element("input", { id: "website", name: "website", tabindex: "-1", autocomplete: "off" });
  const wrong = element("p", { id: "wrong", class: "wrong", role: "alert" });
  const send = element("button", { class: "main", type: "submit" }, t.send);
  const form = element("form", { novalidate: true },
    element("label", { for: "number" }, t.number), number,
    element("label", { for: "name" }, `${t.name} `, element("span", {}, t.optional)), name,
    element("label", { for: "when" }, t.when), when,
    element("div", { class: "trap", "aria-hidden": "true" }, element("label", { for: "website" }, "Website"), website),
    wrong, send);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (send.disabled) return;
    if (number.value.trim() === "") {
      wrong.textContent = t.missing;
      number.setAttribute("aria-invalid", "true");
      number.focus();
      return;
    }
    send.disabled = true;
    wrong.textContent = "";
    number.removeAttribute("aria-invalid");
    const window = facts.windows.find(({ from }) => from === when.value) ?? null;
    onSend({ number: number.value, name: name.value, language, window, website: website.value })
      .catch((error: unknown) => {
        const code = error instanceof Error ? error.message : "failed";
        wrong.textContent = t.bad[code] ?? t.failed;
        if (code === "refused-number") number.setAttribute("aria-invalid", "true");
      })
      .finally(() => { send.disabled = false; });
  });
  return form;
}

function dayGroups(facts: WidgetFacts, language: Language) {
  return byDay(facts.windows, language, facts.timeZone).map(([day, windows]: [string, CallWindow[]]) =>
    element("optgroup", { label: day }, ...windows.map((window) => element("option", { value: window.from }, span(window, language, facts.timeZone)))));
}

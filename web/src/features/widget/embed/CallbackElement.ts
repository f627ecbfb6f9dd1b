import { preferredLanguage } from "../shared/language";
import { clock, day, foreignZone, span } from "../shared/times";
import type { Language, WidgetFacts } from "../shared/types";
import type { Wish, WidgetApi } from "./api";
import { element } from "./dom";
import { askForm } from "./form";
import { readableAsText, readableOn, styles } from "./styles";
import { texts, type Texts } from "./texts";

const OURS = "#0b6e4f";

/** The button that asks to be called, and the form behind it. Set `api` before it is put into a page. */
export class CallbackElement extends HTMLElement {
  static readonly tag = "rappel-callback";

  api: WidgetApi | null = null;
  #facts: WidgetFacts | null = null;
  readonly #root = this.attachShadow({ mode: "open" });

  connectedCallback() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    this.#root.adoptedStyleSheets = [sheet];
    void this.#begin();
  }

  get #language(): Language {
    const wanted = this.getAttribute("language") ?? document.documentElement.lang.slice(0, 2).toLowerCase();
    const offered = this.#facts?.languages ?? ["en", "fr"];
    const known = [wanted, preferredLanguage()].find((word) => offered.includes(word as Language)) as Language | undefined;
    return known ?? offered[0] ?? "en";
  }

  async #begin() {
    try {
      this.#facts = await this.api?.facts() ?? null;
    } catch {
      this.#facts = null;
    }
    if (!this.#facts) {
      this.#root.replaceChildren(element("p", { class: "dim" }, texts[this.#language].missingWidget));
      return;
    }
    this.#paint(this.#facts.color ?? OURS);
    this.lang = this.#language;
    this.#show(this.#facts);
  }

  #paint(color: string) {
    this.style.setProperty("--strong", color);
    this.style.setProperty("--on-strong", readableOn(color));
    this.style.setProperty("--link", readableAsText(color));
  }

  #show(facts: WidgetFacts) {
    const t = texts[this.#language];
    const panel = element("section", { id: "panel", "aria-labelledby": "title", hidden: true });
    const open = element("button", { class: "main", type: "button", "aria-expanded": "false", "aria-controls": "panel" }, t.ask);
    const set = (isOpen: boolean) => {
      panel.hidden = !isOpen;
      open.setAttribute("aria-expanded", String(isOpen));
      if (!isOpen) open.focus();
    };
    open.addEventListener("click", () => {
      if (panel.hidden) {
        this.#ask(panel, facts, t, () => { set(false); });
        set(true);
        panel.querySelector<HTMLElement>("h2")?.focus();
      } else {
        set(false);
      }
    });
    panel.addEventListener("keydown", (event) => { if (event.key === "Escape") set(false); });
    this.#root.replaceChildren(open, panel);
  }

  #ask(panel: HTMLElement, facts: WidgetFacts, t: Texts, close: () => void) {
    const language = this.#language;
    const foreign = foreignZone(facts.timeZone, language);
    const form = askForm(facts, language, t, async (wish) => {
      const made = await this.api?.ask(wish);
      if (made) this.#thank(panel, facts, t, made.link, wish);
    });
    panel.replaceChildren(
      this.#head(t.title(facts.tenant), t, close),
      element("p", { class: "dim" }, hours(facts, language, t)),
      facts.open && facts.expectedWaitSeconds !== null ? element("p", { class: "dim" }, t.wait(Math.round(facts.expectedWaitSeconds / 60))) : "",
      form,
      foreign ? element("p", { class: "dim" }, t.zone(foreign)) : "");
  }

  #thank(panel: HTMLElement, facts: WidgetFacts, t: Texts, link: string, wish: Wish) {
    const zone = facts.timeZone;
    const when = wish.window ? t.doneAt(`${day(wish.window.from, wish.language, zone)}, ${span(wish.window, wish.language, zone)}`) : t.done;
    const again = element("button", { type: "button" }, t.again);
    again.addEventListener("click", () => {
      this.#ask(panel, facts, t, () => { panel.hidden = true; });
      panel.querySelector<HTMLElement>("h2")?.focus();
    });
    panel.replaceChildren(
      element("p", { class: "done", role: "status" }, when),
      element("p", {}, element("a", { href: link, target: "_blank", rel: "noopener" }, t.link)),
      again);
    panel.querySelector("a")?.focus();
  }

  #head(title: string, t: Texts, close: () => void) {
    const button = element("button", { class: "close", type: "button" }, t.close);
    button.addEventListener("click", close);
    return element("div", { class: "head" }, element("h2", { id: "title", tabindex: "-1" }, title), button);
  }
}

function hours(facts: WidgetFacts, language: Language, t: Texts) {
  const zone = facts.timeZone;
  if (facts.open) return facts.closesAt ? t.openUntil(clock(facts.closesAt, language, zone)) : t.open;
  return facts.opensAt ? t.closedUntil(`${day(facts.opensAt, language, zone)}, ${clock(facts.opensAt, language, zone)}`) : t.closed;
}

/** Once a page, however often its script is there. */
export function defineCallbackElement() {
  if (!customElements.get(CallbackElement.tag)) customElements.define(CallbackElement.tag, CallbackElement);
}

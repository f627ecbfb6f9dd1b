import { widgetApi } from "./api";
import { CallbackElement, defineCallbackElement } from "./CallbackElement";

/* The one script of a page: <script src="https://SERVER/widget.js" data-widget="KEY" data-language="fr" async></script>.
   The widget stands where the script does, or in the element that `data-into` names by its id. */
const scripts = [...document.querySelectorAll<HTMLScriptElement>("script[data-widget]")].filter((script) => !script.dataset.shown);

defineCallbackElement();
for (const script of scripts) {
  script.dataset.shown = "yes";
  const widget = new CallbackElement();
  widget.api = widgetApi(new URL(script.src).origin, script.dataset.widget ?? "");
  if (script.dataset.language) widget.setAttribute("language", script.dataset.language);
  const place = script.dataset.into ? document.getElementById(script.dataset.into) : null;
  if (place) place.append(widget);
  else script.after(widget);
}

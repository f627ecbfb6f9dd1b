import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { startTexts } from "../i18n";

// What jsdom leaves out and Mantine asks for.
window.matchMedia = (query: string) => ({
  matches: false, media: query, onchange: null,
  addListener: () => undefined, removeListener: () => undefined,
  addEventListener: () => undefined, removeEventListener: () => undefined, dispatchEvent: () => false,
});
class NoObserver { observe() { /* nothing is laid out */ } unobserve() { /* likewise */ } disconnect() { /* likewise */ } }
window.ResizeObserver = NoObserver;
class NoEvents { addEventListener() { /* nothing is told */ } close() { /* likewise */ } }
globalThis.EventSource = NoEvents as unknown as typeof EventSource;
window.scrollTo = () => undefined;
Element.prototype.scrollIntoView = () => undefined;
// A text box that grows measures itself anew once its font has come.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });

// A machine that does other things besides takes its time.
configure({ asyncUtilTimeout: 15_000 });

beforeAll(() => startTexts("en"));
afterEach(cleanup);

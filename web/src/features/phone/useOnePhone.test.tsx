import { act, renderHook, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useOnePhone } from "./useOnePhone";

interface Held { callback: (lock: object | null) => unknown; lose: (reason: Error) => void }

/** The browser's locks, as far as phones use them: one holder, a line of others, stealing. */
class FakeLocks {
  holder: Held | null = null;
  line: Held[] = [];

  request(_name: string, options: { steal?: boolean; ifAvailable?: boolean; signal?: AbortSignal }, callback: Held["callback"]) {
    return new Promise((resolve, reject) => {
      const held: Held = { callback: lock => { void Promise.resolve(callback(lock)).then(done => { resolve(done); this.next(held); }); }, lose: reject };
      options.signal?.addEventListener("abort", () => {
        this.line = this.line.filter(other => other !== held);
        reject(new DOMException("aborted", "AbortError"));
      });
      if (options.ifAvailable && this.holder) { resolve(callback(null)); return; }
      if (options.steal) { this.holder?.lose(new DOMException("stolen", "AbortError")); this.holder = null; }
      this.line.unshift(held);
      this.next(null);
    });
  }

  private next(done: Held | null) {
    if (this.holder === done) this.holder = this.line.shift() ?? null;
    else return;
    this.holder?.callback({});
  }
}

beforeEach(() => { Object.defineProperty(navigator, "locks", { value: new FakeLocks(), configurable: true }); });
afterEach(() => { Reflect.deleteProperty(navigator, "locks"); vi.restoreAllMocks(); });

describe("one phone in a browser", () => {
  it("is the first page; the second says so", async () => {
    const first = renderHook(() => useOnePhone("1001"));
    await waitFor(() => { expect(first.result.current.holder).toBe("mine"); });
    const second = renderHook(() => useOnePhone("1001"));
    await waitFor(() => { expect(second.result.current.holder).toBe("elsewhere"); });
  });

  it("is the second page when the first is closed", async () => {
    const first = renderHook(() => useOnePhone("1001"));
    await waitFor(() => { expect(first.result.current.holder).toBe("mine"); });
    const second = renderHook(() => useOnePhone("1001"));
    await waitFor(() => { expect(second.result.current.holder).toBe("elsewhere"); });
    first.unmount();
    await waitFor(() => { expect(second.result.current.holder).toBe("mine"); });
  });

  it("is taken over at once, and the first page says so", async () => {
    const first = renderHook(() => useOnePhone("1001"));
    await waitFor(() => { expect(first.result.current.holder).toBe("mine"); });
    const second = renderHook(() => useOnePhone("1001"));
    await waitFor(() => { expect(second.result.current.holder).toBe("elsewhere"); });
    act(() => { second.result.current.takeOver(); });
    await waitFor(() => { expect(second.result.current.holder).toBe("mine"); });
    await waitFor(() => { expect(first.result.current.holder).toBe("elsewhere"); });
  });

  it("is every page where the browser has no locks", async () => {
    Reflect.deleteProperty(navigator, "locks");
    const page = renderHook(() => useOnePhone("1001"));
    await waitFor(() => { expect(page.result.current.holder).toBe("mine"); });
  });
});

import { useCallback, useEffect, useRef, useState } from "react";
import type { OwnRequest } from "../shared/types";
import { Refusal, type OwnRequestApi } from "./api";

const EVERY = 10_000;

/** The request behind the link, looked at again as long as something may happen to it. */
export function useOwnRequest(api: OwnRequestApi) {
  const [request, setRequest] = useState<OwnRequest | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const over = useRef(false);

  const look = useCallback(async () => {
    try {
      setRequest(await api.look());
      setTrouble(null);
    } catch (error) {
      const code = error instanceof Refusal ? error.code : "failed";
      over.current = code === "bad-link" || code === "link-over";
      setTrouble(code);
    }
  }, [api]);

  const isFinal = request?.final ?? false;
  useEffect(() => {
    const first = setTimeout(() => { void look(); }, 0);
    const timer = setInterval(() => {
      if (!isFinal && !over.current && !document.hidden) void look();
    }, EVERY);
    const onShow = () => { if (!document.hidden && !over.current) void look(); };
    document.addEventListener("visibilitychange", onShow);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      document.removeEventListener("visibilitychange", onShow);
    };
  }, [look, isFinal]);

  return { request, setRequest, trouble };
}

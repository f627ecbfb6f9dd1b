import { Loader } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { read } from "../api/client";
import { useReachable } from "../api/reach";
import classes from "./Connection.module.css";

const PERIOD = 2_000;

/** Says so while the server does not answer, tries again by itself, and asks anew for what is shown once it does. */
export function Connection() {
  const { t } = useTranslation("shell");
  const reachable = useReachable();
  const client = useQueryClient();
  const wasLost = useRef(false);

  useQuery({ queryKey: ["session", "reach"], queryFn: () => read("/session"), enabled: !reachable, refetchInterval: PERIOD, retry: false, gcTime: 0 });
  useEffect(() => {
    if (reachable && wasLost.current) void client.invalidateQueries();
    wasLost.current = !reachable;
  }, [reachable, client]);

  return (
    <div role="status" className={classes.place}>
      {!reachable && <span className={classes.notice}><Loader size={14} color="currentColor" aria-hidden />{t("lost")}</span>}
    </div>
  );
}

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { changeLanguage, type Language } from "../i18n";
import { request } from "./client";
import { useUser } from "./session";

/** Changes what the signed-in person may of themselves. */
export function useChangeMe() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (me: { displayName?: string; language?: Language }) => request("/me", { method: "PUT", body: me }),
    onSuccess: () => client.invalidateQueries({ queryKey: ["session"] }),
  });
}

/** Shows another language at once and keeps it with whoever is signed in. What the server said is asked for again, in it. */
export function useSetLanguage() {
  const client = useQueryClient();
  const user = useUser();
  const { mutateAsync } = useChangeMe();
  return async (language: Language) => {
    await changeLanguage(language);
    if (user) await mutateAsync({ language }).catch(() => undefined);
    await client.invalidateQueries();
  };
}

export const useChangePassword = () =>
  useMutation({ mutationFn: (passwords: { current: string; new: string }) => request("/me/password", { method: "PUT", body: passwords }) });

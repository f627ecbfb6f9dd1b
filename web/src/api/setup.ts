import { useMutation, useQueryClient } from "@tanstack/react-query";
import { request } from "./client";

export interface FirstAdministrator {
  /** Of the link that the server prints at its start. */
  code: string;
  name: string;
  displayName: string;
  password: string;
}

/** Makes the first user and signs in as such. */
export function useSetup() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (first: FirstAdministrator) => request("/setup", { method: "POST", body: first }),
    onSuccess: () => client.invalidateQueries(),
  });
}

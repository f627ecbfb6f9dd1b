import { useMutation, useQueryClient } from "@tanstack/react-query";
import { request } from "./client";

export interface FirstAdministrator {
  /** What the server wrote to its log, where it asks for one. */
  code?: string;
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

import { useQuery } from "@tanstack/react-query";
import type { PhoneAccount } from "../features/phone/line";
import { address, read } from "./client";

/** Whose phone: an agent's, a customer's to try things with, or one's own. */
export type PhoneOwner = { agent: string } | { customer: string } | Record<string, never>;

/** Where this browser registers, and as whom; refused (409) where this phone may not be one. */
export const usePhoneAccount = (owner: PhoneOwner | null) =>
  useQuery({
    queryKey: ["phone", owner],
    queryFn: ({ signal }) => read<PhoneAccount>(address("/phone", { ...owner }), { signal }),
    enabled: owner !== null,
    // It does not change while the page is open.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

import { useQuery } from "@tanstack/react-query";

/** The library that speaks SIP, fetched when a phone is wanted: most pages do without. */
export function useSipLine(wanted: boolean) {
  const { data } = useQuery({
    queryKey: ["sip-line"], queryFn: async () => (await import("./sipLine")).SipLine, enabled: wanted, staleTime: Infinity, gcTime: Infinity,
    refetchOnWindowFocus: false, retry: true,
  });
  return data;
}

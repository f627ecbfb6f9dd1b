/** A full North American number as people read it; any other as it is. */
export function readable(number: string) {
  const parts = /^\+1([\d•]{3})([\d•]{3})([\d•]{4})$/.exec(number);
  return parts ? `+1 ${parts[1] ?? ""} ${parts[2] ?? ""}-${parts[3] ?? ""}` : number;
}

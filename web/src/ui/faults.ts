import { ApiProblem, type Fault } from "../api/problem";

export const faultsOf = (error: Error | null): Fault[] => (error instanceof ApiProblem ? error.faults : []);

/** What the server says of a field, with what is allowed; undefined where it says nothing. */
export function faultAt(error: Error | null, pointer: string): string | undefined {
  const told = faultsOf(error).filter(fault => fault.pointer === pointer);
  return told.length === 0 ? undefined : told.map(({ message, allowed }) => (allowed ? `${message} (${allowed})` : message)).join(" ");
}

/** What a form cannot show at any of its fields; undefined where all of it has a place. */
export function unplaced(error: Error | null, pointers: string[]): string | undefined {
  if (!error) return undefined;
  const faults = faultsOf(error);
  const rest = faults.filter(fault => !pointers.includes(fault.pointer));
  if (faults.length === 0) return error.message;
  return rest.length === 0 ? undefined : rest.map(fault => fault.message).join(" ");
}

/** A value that the test cannot go on without. */
export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) {
    throw new Error("the test expected something here");
  }
  return value;
}

/** The value with a field taken away. */
export function without<Value extends object, Field extends keyof Value>(value: Value, field: Field): Omit<Value, Field> {
  const rest = { ...value };
  Reflect.deleteProperty(rest, field);
  return rest;
}

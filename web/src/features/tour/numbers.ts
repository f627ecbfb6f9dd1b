/** Of those that are kept free for stories: nobody is called by mistake. */
export const fictitious = "+15145550123";

/** E.164, as the server takes it. */
export const isNumber = (text: string) => /^\+[1-9]\d{6,14}$/.test(text);

/** What somebody types, without what only helps the eye; ten digits are North American. */
export function cleaned(typed: string): string {
  const digits = typed.replace(/[^\d+]/g, "");
  if (/^\d{10}$/.test(digits)) return `+1${digits}`;
  return digits.startsWith("+") ? digits : `+${digits}`;
}

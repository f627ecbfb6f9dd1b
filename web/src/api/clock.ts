/** A difference this small is the way of the message, not of the clocks. In milliseconds. */
const NOTHING = 2_000;

let ahead = 0;

/** The server says what time it is, as it sends it. */
export function tellServerTime(at: string) {
  const difference = Date.parse(at) - Date.now();
  ahead = Math.abs(difference) > NOTHING ? difference : 0;
}

/** The time by the server's clock: what it says has begun `since` is counted from there. */
export const serverNow = () => Date.now() + ahead;

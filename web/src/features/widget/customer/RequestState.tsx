import { readable } from "../shared/numbers";
import { clock, day, foreignZone, span } from "../shared/times";
import type { Language, OwnRequest } from "../shared/types";
import type { Texts } from "./texts";

/** What becomes of the request, in words. */
export function RequestState({ request, language, t }: { request: OwnRequest; language: Language; t: Texts }) {
  const zone = request.timeZone;
  const moment = (at: string) => `${day(at, language, zone)}, ${clock(at, language, zone)}`;
  const word = request.status === "delayed" && !request.window ? "retry" : request.status;
  const foreign = foreignZone(zone, language);
  return (
    <section aria-label={t.title}>
      <div className={`state ${request.final ? "over" : request.status}`} role="status">
        <p className="says">{t.state[word] ?? request.status}</p>
        {request.ahead !== null && request.open && <p>{t.ahead(request.ahead)}</p>}
        {request.expectedAt && <Expected at={request.expectedAt} clockOf={(at) => clock(at, language, zone)} t={t} />}
        {!request.final && !request.open && <p>{t.closed}</p>}
        {request.final && request.status !== "completed" && request.status !== "served" && <p>{t.again}</p>}
      </div>
      <dl>
        <div><dt>{t.number}</dt><dd>{readable(request.number)}</dd></div>
        {!request.final && request.window && <div><dt>{t.window}</dt><dd>{day(request.window.from, language, zone)}, {span(request.window, language, zone)}</dd></div>}
        {request.nextAt && !request.window && <div><dt>{t.next}</dt><dd>{moment(request.nextAt)}</dd></div>}
        <div><dt>{t.asked}</dt><dd>{moment(request.requestedAt)}</dd></div>
        {!request.final && !request.window && <div><dt>{t.until}</dt><dd>{moment(request.expiresAt)}</dd></div>}
      </dl>
      {foreign && !request.final && <p className="small">{t.zone(foreign)}</p>}
    </section>
  );
}

function Expected({ at, clockOf, t }: { at: string; clockOf: (at: string) => string; t: Texts }) {
  const isPast = new Date(at) <= new Date();
  return <p>{isPast ? t.soonExpected : t.expected(clockOf(at))}</p>;
}

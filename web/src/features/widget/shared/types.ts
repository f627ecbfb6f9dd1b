export type Language = "en" | "fr";

/** When somebody wants to be called: moments in ISO 8601. */
export interface CallWindow {
  from: string;
  until: string;
}

/** A request as its customer sees it (GET /public/requests/{signed}). */
export interface OwnRequest {
  tenant: string;
  status: string;
  final: boolean;
  number: string;
  name: string | null;
  language: Language;
  requestedAt: string;
  window: CallWindow | null;
  nextAt: string | null;
  expiresAt: string;
  endedAt: string | null;
  ahead: number | null;
  expectedAt: string | null;
  open: boolean;
  mayChange: boolean;
  timeZone: string | null;
  windows: CallWindow[];
}

/** What a widget shows (GET /public/widgets/{widget}). */
export interface WidgetFacts {
  tenant: string;
  languages: Language[];
  color: string | null;
  open: boolean;
  opensAt: string | null;
  closesAt: string | null;
  expectedWaitSeconds: number | null;
  timeZone: string | null;
  windows: CallWindow[];
}

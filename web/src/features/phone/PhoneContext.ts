import { createContext, use } from "react";
import type { Phone } from "./Phone";
import { silentPhone, type PhoneState } from "./phoneState";
import type { Holder } from "./useOnePhone";

/** The phone of this page, for everything below its provider. */
export interface PagePhone extends PhoneState {
  /** Null where this page is no phone: another is, or it was refused. */
  phone: Phone | null;
  holder: Holder;
  takeOver: () => void;
  /** Why the server gives no account, in its own words. */
  refused: Error | null;
  /** The browser keeps the ringing silent until somebody touches the page. */
  silenced: boolean;
}

export const noPhone: PagePhone = { ...silentPhone, phone: null, holder: "asking", takeOver: () => undefined, refused: null, silenced: false };

export const PhoneContext = createContext<PagePhone>(noPhone);

export const usePhone = () => use(PhoneContext);

/** One text in both languages. */
export interface Said {
  readonly fr: string;
  readonly en: string;
}

/** What callers hear on the way to a callback; every text may be changed before it is put in. */
export interface CallbackTexts {
  readonly ownNumber: Said;
  readonly enterNumber: Said;
  readonly readBack: Said;
  readonly confirm: Said;
  readonly requested: Said;
  readonly pending: Said;
  readonly refused: Said;
}

export const usualTexts: CallbackTexts = {
  ownNumber: {
    fr: "Vous appelez du $callerPhoneNumber. Pour être rappelé à ce numéro, faites le 1. Pour un autre numéro, faites le 2.",
    en: "You are calling from $callerPhoneNumber. To be called back at this number, press 1. For another number, press 2.",
  },
  enterNumber: {
    fr: "Composez le numéro où vous rappeler, avec l'indicatif régional, puis le dièse.",
    en: "Enter the number to call you back at, with its area code, then press pound.",
  },
  readBack: { fr: "Nous vous rappellerons au $callbackPhoneNumber.", en: "We will call you back at $callbackPhoneNumber." },
  confirm: {
    fr: "Pour confirmer, faites le 1. Pour le composer de nouveau, faites le 2.",
    en: "To confirm, press 1. To enter it again, press 2.",
  },
  requested: {
    fr: "C'est noté. Vous gardez votre place, et nous vous rappellerons au $callbackPhoneNumber. Au revoir.",
    en: "It is done. You keep your place, and we will call you back at $callbackPhoneNumber. Goodbye.",
  },
  pending: { fr: "Un rappel est déjà prévu à ce numéro. Vous restez en ligne et gardez votre place.", en: "A callback to this number is already planned. You are still on hold and keep your place." },
  refused: {
    fr: "Nous ne pouvons pas prendre de rappel en ce moment. Vous restez en ligne et gardez votre place.",
    en: "We cannot take a callback at the moment. You are still on hold and keep your place.",
  },
};

const keyWords: Readonly<Record<string, Said>> = {
  "*": { fr: "l'étoile", en: "star" },
  "#": { fr: "le dièse", en: "pound" },
};

/** The sentence that announces the option. */
export function usualAnnouncement(key: string): Said {
  const words = keyWords[key] ?? { fr: `le ${key}`, en: key };
  return { fr: `Pour raccrocher et être rappelé, faites ${words.fr}.`, en: `To hang up and be called back, press ${words.en}.` };
}

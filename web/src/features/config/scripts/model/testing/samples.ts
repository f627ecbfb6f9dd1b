import { type Json } from "../types";

/** A small script with everything that the tests look for: exits, a loop, labels and gotos in both entries. */
export const sample: Json = {
  name: "Nurse line",
  main: [
    { type: "say", text: [{ fr: "Bienvenue.", en: "Welcome." }] },
    { type: "label", name: "File" },
    { type: "forwardToQueue", queue: "nurses", exits: { overload: [{ type: "forwardToVoicemail", queue: "care-team" }], "timed-out": [] } },
  ],
  inQueue: [
    { type: "label", name: "Attente" },
    {
      type: "loop",
      objects: [
        { type: "say", text: [{ fr: "Vous êtes au rang $QueuePosition.", en: "You are number $QueuePosition." }] },
        {
          type: "getDigit",
          prompt: [{ fr: "Pour parler à la téléphoniste, faites le 1.", en: "To speak to the operator, press 1." }],
          timeout: "8 s", tries: 3,
          exits: { "1": [{ type: "goto", label: "Operateur" }], "no-input": [], invalid: [] },
        },
      ],
    },
    { type: "label", name: "Operateur" },
    { type: "forwardToAgent", agent: "1004", ringTime: "20 s", exits: { busy: [{ type: "goto", label: "Attente" }], "no-answer": [], failed: [] } },
  ],
};

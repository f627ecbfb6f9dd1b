import type { Json, JsonObject } from "./types";

/** What a template leads to, by the section it is of. What was not chosen is left empty for the form to ask. */
export type Chosen = Readonly<Partial<Record<TemplateNeed, string>>>;
export type TemplateNeed = "inboundQueues" | "voicemailQueues" | "agents";

export interface Template {
  readonly name: "empty" | "queue" | "menu" | "nurseLine";
  readonly needs: readonly TemplateNeed[];
  readonly value: (chosen: Chosen) => JsonObject;
}

const say = (fr: string, en: string): Json => ({ type: "say", text: [{ fr, en }] });

const toQueue = ({ inboundQueues = "" }: Chosen, ...busy: Json[]): Json =>
  ({ type: "forwardToQueue", queue: inboundQueues, exits: { overload: busy, "timed-out": busy } });

const toVoicemail = ({ voicemailQueues = "" }: Chosen): Json => ({ type: "forwardToVoicemail", queue: voicemailQueues });

const place: readonly Json[] = [
  {
    type: "testVariable", name: "ExpectedWait", isEmpty: true,
    exits: {
      true: [say("Vous êtes au rang $QueuePosition dans la file.", "You are number $QueuePosition in line."), { type: "goto", label: "Choix" }],
      false: [
        say("Vous êtes au rang $QueuePosition dans la file. L'attente prévue est de $ExpectedWait.", "You are number $QueuePosition in line. The expected wait is $ExpectedWait."),
        { type: "goto", label: "Choix" },
      ],
    },
  },
  { type: "label", name: "Choix" },
];

const nurseLine = (chosen: Chosen): JsonObject => {
  const back: Json[] = [say("L'opérateur n'est pas libre. Vous gardez votre place.", "The operator is not available. You keep your place."), { type: "goto", label: "Attente" }];
  return {
    main: [
      say("Bienvenue. Un agent vous répondra bientôt.", "Welcome. An agent will be with you soon."),
      toQueue(chosen, say("Toutes nos lignes sont occupées.", "All our lines are busy."), toVoicemail(chosen)),
    ],
    inQueue: [
      { type: "label", name: "Attente" },
      {
        type: "loop",
        objects: [
          ...place,
          {
            type: "getDigit",
            prompt: [{
              fr: "Pour parler à l'opérateur, faites le 1. Pour laisser un message, faites le 2.",
              en: "To speak to the operator, press 1. To leave a message, press 2.",
            }],
            timeout: "20 s", tries: 1,
            exits: { "1": [{ type: "goto", label: "Operateur" }], "2": [toVoicemail(chosen)], "no-input": [], invalid: [] },
          },
        ],
      },
      { type: "label", name: "Operateur" },
      { type: "forwardToAgent", agent: chosen.agents ?? "", ringTime: "20 s", exits: { busy: back, "no-answer": back, failed: back } },
    ],
  };
};

/** Scripts to begin with. */
export const templates: readonly Template[] = [
  { name: "empty", needs: [], value: () => ({ main: [] }) },
  {
    name: "queue", needs: ["inboundQueues"],
    value: (chosen) => ({
      main: [say("Bienvenue. Un agent vous répondra bientôt.", "Welcome. An agent will be with you soon."), toQueue(chosen, say("Toutes nos lignes sont occupées.", "All our lines are busy."))],
      inQueue: [{ type: "loop", objects: [...place, { type: "wait", duration: "30 s" }] }],
    }),
  },
  {
    name: "menu", needs: ["inboundQueues", "voicemailQueues"],
    value: (chosen) => ({
      main: [
        { type: "label", name: "Menu" },
        {
          type: "getDigit",
          prompt: [{
            fr: "Bienvenue. Pour parler à un agent, faites le 1. Pour laisser un message, faites le 2.",
            en: "Welcome. To speak to an agent, press 1. To leave a message, press 2.",
          }],
          timeout: "8 s", tries: 3, exits: { "1": [toQueue(chosen)], "2": [toVoicemail(chosen)], "no-input": [], invalid: [{ type: "goto", label: "Menu" }] },
        },
      ],
      inQueue: [{ type: "loop", objects: [...place, { type: "wait", duration: "30 s" }] }],
    }),
  },
  { name: "nurseLine", needs: ["inboundQueues", "voicemailQueues", "agents"], value: nurseLine },
];

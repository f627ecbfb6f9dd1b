import { fetchAnswer } from "../../../../api/client";

/** A text, or a prompt by its key, in a language. */
export type Spoken = { readonly text: string; readonly language: string } | { readonly prompt: string; readonly language: string };

/** The audio of it, as a WAV file. */
export async function fetchSpeech(what: Spoken): Promise<Blob> {
  return (await fetchAnswer("/configuration/try/speech", { method: "POST", body: what, accept: "audio/wav, application/problem+json" })).blob();
}

import type { ExitsOf } from "../exits";

const keys = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"];

const exits: Readonly<Record<string, readonly string[]>> = {
  schedule: ["open", "closed", "#1", "#2", "#3", "#4", "#5", "#6"],
  getDigit: [...keys, "no-input", "invalid"],
  getValue: ["ok", "no-input", "invalid"],
  testVariable: ["true", "false"],
  forwardToQueue: ["overload", "timed-out", "left"],
  forwardToAgent: ["busy", "no-answer", "failed"],
  forwardToVoicemail: ["failed"],
  callback: ["requested", "already-pending", "refused"],
};

/** The exits of the kinds that the tests use. */
export const exitsOf: ExitsOf = (type) => exits[type] ?? [];

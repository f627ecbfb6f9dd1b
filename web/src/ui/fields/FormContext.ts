import { createContext, useContext } from "react";
import type { Fault } from "../../api/problem";

interface FormState {
  problems: Fault[];
  /** Somebody who may look but not change. */
  readOnly: boolean;
}

export const FormContext = createContext<FormState>({ problems: [], readOnly: false });

export const useReadOnly = () => useContext(FormContext).readOnly;

/** The problems that belong to exactly this place, and with `deep` those of places below it that have no control of their own. */
export function useProblemsAt(pointer: string, deep = false) {
  const { problems } = useContext(FormContext);
  return problems.filter(problem => problem.pointer === pointer || (deep && problem.pointer.startsWith(`${pointer}/`)));
}

/** The element that stands for a place: what a summary moves the focus to. */
export const fieldId = (pointer: string) => `at${pointer}`;

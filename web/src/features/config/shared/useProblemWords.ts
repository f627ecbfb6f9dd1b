import { useContext } from "react";
import { FormContext } from "../../../ui/fields/FormContext";

/** Tells what is wrong at a place of the document, or anywhere below it with `deep`; undefined where nothing is. */
export function useProblemWords(): (pointer: string, deep?: boolean) => string | undefined {
  const { problems } = useContext(FormContext);
  return (pointer, deep = false) => {
    const told = problems.filter((problem) => problem.pointer === pointer || (deep && problem.pointer.startsWith(`${pointer}/`)));
    return told.length === 0 ? undefined : told.map((problem) => problem.message).join(" ");
  };
}

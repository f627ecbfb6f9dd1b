import { useCallback, useMemo, useRef, useState } from "react";
import { useObject, useSave } from "../../api/draft";
import { ApiProblem, type Fault } from "../../api/problem";
import type { DraftObject, Section, Value } from "../../api/types";
import { newKey, pointerTo } from "../../app/places";
import { keyOf } from "../keyOf";

interface Options<T extends Value> {
  section: Section;
  /** Undefined makes a new object. */
  objectKey: string | undefined;
  /** What a new one begins with. */
  initial: T;
  /** A new object's key is made of its name until somebody types one. */
  keyFollowsName: boolean;
  /** After it was saved; a new one has its page only then. */
  onSaved?: (saved: DraftObject<T>) => void;
}

/** One object being edited: what it is now, what is wrong with it, and how it is saved. For another object, another component (`key`). */
export function useObjectEditor<T extends Value>({ section, objectKey, initial, keyFollowsName, onSaved }: Options<T>) {
  const stored = useObject<T>(section, objectKey);
  const save = useSave<T>(section);
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const [edited, setEdited] = useState<T | null>(null);
  // The tag that the changes were made from: what arrives meanwhile from the server must not become their base.
  const base = useRef<string | null>(null);
  const { reset } = save;

  const data = stored.data;
  const value = edited ?? data?.value ?? initial;
  const key = objectKey ?? ownKey ?? (keyFollowsName && typeof value.name === "string" ? keyOf(value.name) : "");
  const conflict = conflictOf<T>(save.error);

  const setValue = useCallback((next: T) => {
    if (edited === null) base.current = data?.etag ?? null;
    setEdited(next);
  }, [edited, data?.etag]);

  /** `lenient` keeps it with its problems. `over`: the tag of somebody else's version that this one replaces. */
  const submit = (how: { lenient?: boolean; over?: string } = {}) => {
    const etag = how.over ?? (edited === null ? data?.etag ?? null : base.current);
    save.mutate({ key, value, etag, lenient: how.lenient ?? false }, {
      onSuccess: saved => {
        setEdited(null);
        onSaved?.(saved);
      },
    });
  };

  /** Back to what is saved: also to what somebody else saved meanwhile. */
  const discard = () => {
    setEdited(null);
    reset();
    void stored.refetch();
  };

  // A new one's fields stay what they are while its key is being typed.
  const root = pointerTo("", section, objectKey ?? newKey);
  const sent = pointerTo("", section, key);
  const { error: refusal } = save;
  const problems = useMemo(
    () => (refusal instanceof ApiProblem && refusal.faults.length > 0 ? refusal.faults.map(fault => rooted(fault, sent, root)) : data?.problems ?? []),
    [refusal, data?.problems, sent, root],
  );

  return {
    value, setValue, key, setKey: setOwnKey, isNew: objectKey === undefined, stored: data, loading: stored.isPending && objectKey !== undefined,
    missing: stored.error instanceof ApiProblem && stored.error.status === 404,
    failure: stored.error, dirty: edited !== null, saving: save.isPending, refusal, problems, root, conflict, submit, discard,
    /** Back to the form with nothing decided; the next save meets the same conflict. */
    dismissConflict: reset,
    /** True where the server would keep it with its problems: it is well formed. */
    keepable: refusal instanceof ApiProblem && refusal.status === 422,
  };
}

export type ObjectEditing<T extends Value = Value> = ReturnType<typeof useObjectEditor<T>>;

/** Somebody else's version, which is in the answer to a save that came second. */
function conflictOf<T extends Value>(error: Error | null): DraftObject<T> | null {
  if (!(error instanceof ApiProblem) || error.status !== 412) return null;
  const body = error.body as { current?: DraftObject<T> } & Partial<DraftObject<T>>;
  const current = body.current ?? body;
  return current.etag !== undefined && current.value !== undefined ? (current as DraftObject<T>) : null;
}

/** Of a body alone (`/offerTimeout`) or of the document (`/agents/1001/offerTimeout`): fields are known by their place in the latter. */
function rooted(fault: Fault, sent: string, root: string): Fault {
  const inside = fault.pointer === sent || fault.pointer.startsWith(`${sent}/`) ? fault.pointer.slice(sent.length) : fault.pointer;
  return { ...fault, pointer: root + inside };
}

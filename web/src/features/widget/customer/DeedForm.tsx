import { useEffect, useRef, type ReactNode } from "react";

interface Props {
  title: string;
  wrong: string | null;
  busy: boolean;
  back: string;
  onBack: () => void;
  submit: string;
  onSubmit: () => void;
  disabled?: boolean;
  grave?: boolean;
  children: ReactNode;
}

/** A step of its own, with a way back. The focus goes to its title, so that it is read out. */
export function DeedForm({ title, wrong, busy, back, onBack, submit, onSubmit, disabled = false, grave = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { heading.current?.focus(); }, [title]);
  return (
    <form noValidate onSubmit={(event) => { event.preventDefault(); if (!busy && !disabled) onSubmit(); }}>
      <h2 ref={heading} tabIndex={-1}>{title}</h2>
      {children}
      {wrong && <p role="alert" className="bad">{wrong}</p>}
      <div className="deeds">
        <button type="submit" className={grave ? "main grave" : "main"} disabled={busy || disabled}>{submit}</button>
        <button type="button" onClick={onBack}>{back}</button>
      </div>
    </form>
  );
}

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useBoxLimit } from '../../common/box-limit.ts';

export interface DraftProps {
  readonly label: string;
  /** What is in the document now. */
  readonly value: string;
  /** Whose field it is; what was typed for another owner is never shown for this one. */
  readonly owner: string;
  /** Writes what was typed; a sentence when that cannot be done. */
  readonly commit: (text: string) => string | undefined;
  readonly lines?: number;
  readonly mono?: boolean;
  readonly placeholder?: string | undefined;
  /** Hundreds of elements in a large flow: they are on the page only while somebody is in the field. */
  readonly suggestions?: readonly string[] | undefined;
  readonly disabled?: boolean | undefined;
  readonly invalid?: boolean | undefined;
  readonly describedBy?: string | undefined;
}
interface Draft {
  readonly owner: string;
  readonly text: string;
  readonly commit: DraftProps['commit'];
}

/**
 * A text field that commits on Enter and when it is left, and takes back on Escape (ruling R48). Many lines commit with
 * Ctrl+Enter. What was typed goes to the state it was typed for, even when the selection has changed in between.
 */
export function DraftInput(props: DraftProps) {
  const { label, value, owner, commit, lines, mono, placeholder, suggestions, disabled, describedBy } = props;
  const [draft, setDraft] = useState<Draft>();
  const [refusal, setRefusal] = useState<{ readonly owner: string; readonly text: string }>();
  const [entered, setEntered] = useState(false);
  const pending = useRef<Draft>(undefined);
  const id = useId();
  useEffect(() => {
    const write = (): void => void pending.current?.commit(pending.current.text);
    // Ahead of everybody else who hears it: what is written here has to be kept yet.
    window.addEventListener('pagehide', write, true);
    return () => {
      window.removeEventListener('pagehide', write, true);
      write();
    };
  }, []);

  const keep = (next: Draft | undefined): void => {
    pending.current = next;
    setDraft(next);
  };
  const finish = (): void => {
    const typed = pending.current;
    if (!typed) return;
    const reason = typed.commit(typed.text);
    setRefusal(reason === undefined ? undefined : { owner: typed.owner, text: reason });
    if (reason === undefined || typed.owner !== owner) keep(undefined);
  };
  const takeBack = (): void => {
    keep(undefined);
    setRefusal(undefined);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (lines === undefined || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      finish();
    } else if (event.key === 'Escape' && pending.current) {
      event.preventDefault();
      event.stopPropagation();
      takeBack();
    }
  };

  const limit = useBoxLimit();
  const shown = draft?.owner === owner ? draft.text : value;
  const reason = limit.refusal ?? (refusal?.owner === owner ? refusal.text : undefined);
  const common = {
    'aria-label': label,
    'aria-invalid': reason !== undefined || props.invalid === true,
    'aria-describedby': [reason !== undefined && `${id}-why`, describedBy].filter(Boolean).join(' ') || undefined,
    'data-settled': draft === undefined,
    value: shown,
    disabled,
    placeholder,
    spellCheck: false,
    onFocus: () => setEntered(true),
    onBlur: () => {
      setEntered(false);
      finish();
    },
    onKeyDown: pressed,
    onPaste: limit.onPaste,
  };
  const typed = (text: string): void => {
    if (limit.takes(text)) keep(text === value ? undefined : { owner, text, commit });
  };
  return (
    <>
      {lines === undefined ? (
        <input
          {...common}
          className={`input ${mono ? 'mono' : ''}`}
          autoComplete="off"
          list={suggestions && `${id}-list`}
          onChange={(event) => typed(event.target.value)}
        />
      ) : (
        <textarea {...common} className="textarea" rows={lines} onChange={(event) => typed(event.target.value)} />
      )}
      {suggestions && (
        <datalist id={`${id}-list`}>
          {entered && suggestions.map((suggestion) => <option key={suggestion} value={suggestion} />)}
        </datalist>
      )}
      {reason !== undefined && (
        <p className="alert" role="alert" id={`${id}-why`}>
          {reason}
        </p>
      )}
    </>
  );
}

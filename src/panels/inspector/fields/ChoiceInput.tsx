import { useState } from 'react';
import { messages } from '../../messages.ts';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly required: boolean;
  readonly owner: string;
  readonly disabled?: boolean;
  readonly commit: (text: string) => string | undefined;
}

/** One of some values. A value outside the list is shown as it is written. */
export function ChoiceInput({ label, value, options, required, disabled, commit }: Props) {
  const [refused, setRefused] = useState<string>();
  const listed = value === '' || options.includes(value) ? options : [value, ...options];
  return (
    <>
      <select
        className="select"
        aria-label={label}
        aria-invalid={value !== '' && !options.includes(value)}
        value={value}
        disabled={disabled}
        onChange={(event) => setRefused(commit(event.target.value))}
      >
        {(!required || value === '') && <option value="">{messages.inspector.choose}</option>}
        {listed.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
      {refused !== undefined && (
        <p className="alert" role="alert">
          {refused}
        </p>
      )}
    </>
  );
}

import { type InputHTMLAttributes, useId } from 'react';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  /** What is wrong with it, and what would be right. */
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
}

export const FIELD_LOOK =
  'w-full rounded-xl border border-edge bg-raised px-3.5 py-2.5 text-base placeholder:text-muted aria-invalid:border-alarm';

/** A line to write in, with its label above it. */
export function TextField({ label, value, hint, error, onChange, className = '', ...attributes }: TextFieldProps) {
  const id = useId();
  const notes = [hint === undefined ? [] : `${id}-hint`, error === undefined ? [] : `${id}-error`].flat();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <input
        {...attributes}
        id={id}
        value={value}
        aria-invalid={error !== undefined}
        aria-describedby={notes.length === 0 ? undefined : notes.join(' ')}
        className={FIELD_LOOK}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1 text-sm text-muted">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} role="alert" className="mt-1 text-sm text-alarm">
          {error}
        </p>
      )}
    </div>
  );
}

interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly name: string }[];
  /** True where the label is clear from what stands around it; it is then for screen readers only. */
  readonly hidesLabel?: boolean;
  readonly onChange: (value: Value) => void;
}

/** One of a few. The browser's own list: it is the one every phone and screen reader knows. */
export function ChoiceField<Value extends string>({
  label,
  value,
  choices,
  hidesLabel = false,
  onChange,
}: ChoiceFieldProps<Value>) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={hidesLabel ? 'sr-only' : 'mb-1 block font-medium'}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        className="min-h-11 max-w-full rounded-xl border border-edge bg-raised px-3 py-2 text-base sm:text-sm"
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen !== undefined) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    </div>
  );
}

import { ChevronDown } from 'lucide-react';
import { type InputHTMLAttributes, type SelectHTMLAttributes, useId } from 'react';

/** How anything looks that one writes into or chooses from. */
export const FIELD_LOOK =
  'block w-full rounded-xl border border-edge bg-raised px-3.5 py-2 text-base aria-invalid:border-alarm disabled:opacity-55 min-h-11 lg:min-h-10';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  readonly label: string;
  /** Below the field: what to write, or what is wrong with what was written. */
  readonly note?: string | undefined;
  readonly isWrong?: boolean;
  readonly hidesLabel?: boolean;
}

export function TextField({ label, note, isWrong = false, hidesLabel = false, ...attributes }: TextFieldProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className={hidesLabel ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </label>
      <input
        {...attributes}
        id={id}
        aria-invalid={isWrong}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        className={`${hidesLabel ? '' : 'mt-1'} ${FIELD_LOOK}`}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={`mt-1 text-sm ${isWrong ? 'text-alarm' : 'text-muted'}`}>
          {note}
        </p>
      )}
    </div>
  );
}

interface ChoiceFieldProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange'> {
  readonly label: string;
  readonly hidesLabel?: boolean;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

/** One of a few. The browser's own list: it is the best there is on a phone. */
export function ChoiceField({ label, hidesLabel = false, choices, onChoose, ...attributes }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div className="min-w-0">
      <label htmlFor={id} className={hidesLabel ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </label>
      <span className={`relative block ${hidesLabel ? '' : 'mt-1'}`}>
        <select
          {...attributes}
          id={id}
          onChange={(event) => onChoose(event.target.value)}
          className={`appearance-none pe-9 text-ellipsis ${FIELD_LOOK}`}
        >
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute end-3 top-1/2 size-4.5 -translate-y-1/2"
        />
      </span>
    </div>
  );
}

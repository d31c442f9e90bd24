import { useId } from 'react';

interface SegmentsProps<Value extends string | number> {
  readonly label: string;
  readonly chosen: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}

/** One of very few, all of them in sight. Radio buttons, so that arrow keys choose. */
export function Segments<Value extends string | number>({ label, chosen, choices, onChoose }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="flex max-w-full flex-wrap gap-1 rounded-2xl border border-line bg-raised p-1">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className="grid min-h-11 grow cursor-pointer place-items-center rounded-xl px-4 transition hover:bg-tint has-checked:bg-accent has-checked:font-medium has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 lg:min-h-9"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={choice.value === chosen}
            onChange={() => onChoose(choice.value)}
          />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}

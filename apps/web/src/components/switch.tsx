import { Switch as BaseSwitch } from '@base-ui/react/switch';
import { type ReactNode, useId } from 'react';

interface SwitchProps {
  readonly label: string;
  readonly explanation?: ReactNode;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is on or off, with what it means beside it. It takes effect at once. */
export function Switch({ label, explanation, isOn, isDisabled = false, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-6 py-3">
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {explanation !== undefined && (
          <p id={`${id}-explanation`} className="mt-0.5 text-muted text-pretty">
            {explanation}
          </p>
        )}
      </div>
      <BaseSwitch.Root
        id={id}
        checked={isOn}
        disabled={isDisabled}
        onCheckedChange={onChange}
        aria-describedby={explanation === undefined ? undefined : `${id}-explanation`}
        className="relative mt-0.5 flex h-7 items-center w-12 shrink-0 rounded-full border border-edge bg-raised transition data-checked:border-accent data-checked:bg-accent data-disabled:opacity-55"
      >
        <BaseSwitch.Thumb className="block size-5 translate-x-1 rounded-full bg-edge transition data-checked:translate-x-6 data-checked:bg-on-accent rtl:-translate-x-1 rtl:data-checked:-translate-x-6" />
      </BaseSwitch.Root>
    </div>
  );
}

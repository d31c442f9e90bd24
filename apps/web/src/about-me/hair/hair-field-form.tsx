import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { type HairField, valueName } from './hair-words.ts';

interface HairFieldFormProps {
  readonly field: HairField;
  readonly name: string;
  readonly values: readonly string[];
  readonly save: (value: string | string[] | null) => Promise<void>;
  readonly onClose: () => void;
}

/** What the person enters of one field: a value, or several where several hold. Escape leaves it as it was. */
export function HairFieldForm({ field, name, values, save, onClose }: HairFieldFormProps) {
  const { t } = useTranslation('about-me');
  const { t: common } = useTranslation('common');
  const groupName = useId();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState<readonly string[]>(values);
  useEffect(() => form.current?.querySelector<HTMLInputElement>('input:checked, input')?.focus(), []);
  const choose = (value: string, isChosen: boolean) =>
    setChosen(field.several ? [...chosen.filter((each) => each !== value), ...(isChosen ? [value] : [])] : [value]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onClose();
    const [first] = chosen;
    void save(first === undefined ? null : field.several ? [...chosen] : first);
  };
  return (
    <form
      ref={form}
      className="mt-2 grid gap-4 rounded-2xl border border-line bg-raised p-4"
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <fieldset className="flex flex-wrap gap-2">
        <legend className="mb-2 text-sm">
          {t(field.several ? 'hair.chooseSeveral' : 'hair.chooseOne', { field: name })}
        </legend>
        {field.values.map(({ id }) => (
          <label
            key={id}
            className="flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-soft px-4 has-checked:border-accent has-checked:bg-tint has-focus-visible:outline-2 has-focus-visible:outline-offset-2 lg:min-h-9"
          >
            <input
              type={field.several ? 'checkbox' : 'radio'}
              name={groupName}
              className="size-4 accent-accent"
              checked={chosen.includes(id)}
              onChange={(event) => choose(id, event.target.checked)}
            />
            <span className="first-letter:uppercase">{valueName(t, field, id)}</span>
          </label>
        ))}
      </fieldset>
      <div className="flex justify-end gap-2">
        <Button shape="quiet" className="min-h-11" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button type="submit" shape="primary">
          {common('save')}
        </Button>
      </div>
    </form>
  );
}

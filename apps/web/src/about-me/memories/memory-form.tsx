import type { Memory, NewMemory } from '@rapport/wire';
import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ChoiceField, FIELD_LOOK } from '../../components/form-fields.tsx';
import { useProblemWords } from '../../problem-words.ts';
import { KINDS } from './kinds.ts';

/** As long as the contract takes, in UTF-16 code units. */
const MAX_LENGTH = 1_000;

interface MemoryFormProps {
  /** What it corrects; without it, it adds one. */
  readonly memory?: Memory;
  readonly save: (entered: { readonly text: string; readonly kind: NewMemory['kind'] }) => Promise<unknown>;
  readonly onClose: () => void;
}

/** A memory in the person's own words. Escape leaves it as it was. */
export function MemoryForm({ memory, save, onClose }: MemoryFormProps) {
  const { t } = useTranslation('about-me');
  const { t: common } = useTranslation('common');
  const describeProblem = useProblemWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(memory?.text ?? '');
  const [kind, setKind] = useState<NewMemory['kind']>(
    memory === undefined || memory.kind === 'message' ? 'fact' : memory.kind,
  );
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => field.current?.focus(), []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    setIsBusy(true);
    try {
      await save({ text: text.trim(), kind });
      onClose();
    } catch (error) {
      const { title, advice } = describeProblem(error);
      setFailure(`${title}. ${advice}`);
      setIsBusy(false);
    }
  };
  return (
    <form
      className="grid gap-3 rounded-2xl border border-line bg-raised p-4"
      onSubmit={(event) => void submit(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <div>
        <label htmlFor={id} className="text-sm font-medium">
          {t(memory === undefined ? 'memories.form.add' : 'memories.form.correct')}
        </label>
        <textarea
          ref={field}
          id={id}
          value={text}
          maxLength={MAX_LENGTH}
          rows={2}
          aria-describedby={`${id}-note`}
          className={`mt-1 composer-field ${FIELD_LOOK}`}
          onChange={(event) => setText(event.target.value)}
        />
        <p id={`${id}-note`} className="mt-1 text-sm text-muted text-pretty">
          {t(memory === undefined ? 'memories.form.addNote' : 'memories.form.correctNote')}
        </p>
      </div>
      {failure !== null && (
        <p role="alert" className="text-alarm">
          {failure}
        </p>
      )}
      <div className="flex flex-wrap items-end justify-between gap-3">
        <ChoiceField
          label={t('memories.kind')}
          value={kind}
          choices={KINDS.map((value) => ({ value, label: t(`memories.kinds.${value}`) }))}
          onChoose={(chosen) => setKind(chosen as NewMemory['kind'])}
        />
        <div className="flex gap-2">
          <Button shape="quiet" className="min-h-11" onClick={onClose}>
            {common('cancel')}
          </Button>
          <Button type="submit" shape="primary" disabled={isBusy || text.trim() === ''}>
            {common('save')}
          </Button>
        </div>
      </div>
    </form>
  );
}

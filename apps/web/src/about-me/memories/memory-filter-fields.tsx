import type { Memory } from '@rapport/wire';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceField, TextField } from '../../components/form-fields.tsx';
import { KINDS } from './kinds.ts';
import type { MemoryFilters } from './use-memories.ts';

/** How long a pause in writing is, after which what is written is searched for. */
const PAUSE_MS = 300;
const STATUSES = ['active', 'superseded', 'archived'] as const satisfies readonly Memory['status'][];

type Filters = Omit<MemoryFilters, 'assistant'>;

interface MemoryFilterFieldsProps {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
}

/** Words to search for, what it is about, and whether it still holds. */
export function MemoryFilterFields({ filters, onChange }: MemoryFilterFieldsProps) {
  const { t } = useTranslation('about-me');
  const [words, setWords] = useState(filters.words);
  useEffect(() => setWords(filters.words), [filters.words]);
  useEffect(() => {
    const pause = setTimeout(() => {
      if (words.trim() !== filters.words) onChange({ ...filters, words: words.trim() });
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [words, filters, onChange]);
  return (
    <search className="grid min-w-0 grow basis-full grid-cols-2 gap-2 sm:flex sm:basis-0">
      <div className="col-span-2 min-w-44 grow">
        <TextField
          type="search"
          hidesLabel
          label={t('memories.search')}
          placeholder={t('memories.search')}
          maxLength={1_000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </div>
      <ChoiceField
        hidesLabel
        label={t('memories.kind')}
        value={filters.kind}
        choices={[
          { value: 'all', label: t('memories.kinds.all') },
          ...KINDS.map((value) => ({ value, label: t(`memories.kinds.${value}`) })),
        ]}
        onChoose={(kind) => onChange({ ...filters, kind: kind as Filters['kind'] })}
      />
      <ChoiceField
        hidesLabel
        label={t('memories.status')}
        value={filters.status}
        choices={[
          ...STATUSES.map((value) => ({ value, label: t(`memories.statuses.${value}`) })),
          { value: 'all', label: t('memories.statuses.all') },
        ]}
        onChoose={(status) => onChange({ ...filters, status: status as Filters['status'] })}
      />
    </search>
  );
}

import type { Memory } from '@rapport/wire';
import { Ellipsis, Eraser, Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { announce } from '../../components/toasts.tsx';
import { useProblemWords } from '../../problem-words.ts';
import { AssistantSegments } from '../assistant-segments.tsx';
import { ConsentNote } from '../consent-note.tsx';
import { ConsentSwitch } from '../consent-switch.tsx';
import { useChosenAssistant } from '../use-chosen-assistant.ts';
import { useFocusBack } from '../use-focus-back.ts';
import { MemoryFilterFields } from './memory-filter-fields.tsx';
import { MemoryForm } from './memory-form.tsx';
import { MemoryList } from './memory-list.tsx';
import { type MemoryFilters, useMemoryChanges } from './use-memories.ts';

const ALL: Omit<MemoryFilters, 'assistant'> = { words: '', kind: 'all', status: 'active' };

/** What is remembered of the person, each with the sentence it came from, and all they can do about it. */
export function MemoriesPage() {
  const { t } = useTranslation('about-me');
  const describeProblem = useProblemWords();
  const chosen = useChosenAssistant();
  const changes = useMemoryChanges();
  const [filters, setFilters] = useState(ALL);
  const [isAdding, setIsAdding] = useState(false);
  const addButton = useFocusBack(isAdding);
  const list = useRef<HTMLUListElement>(null);
  const [isForgettingAll, setIsForgettingAll] = useState(false);
  const { assistant } = chosen;
  if (assistant === undefined) return null;

  const tell = (error: unknown) => {
    const { title, advice } = describeProblem(error);
    announce({ text: `${title}. ${advice}` });
  };
  // Forgotten at once and for good; what can be had back is the statement, as the person's own, without its sentence.
  const writeAgain = ({ assistant: of, text, kind }: Memory) => {
    if (kind !== 'message') changes.add.mutate({ assistant: of, text, kind, subject: 'self' }, { onError: tell });
  };
  const forget = (memory: Memory) =>
    changes.forget.mutate(memory.id, {
      onError: tell,
      onSuccess: () => {
        // The button that was pressed went with its row.
        list.current?.focus();
        announce({
          text: t(memory.kind === 'message' ? 'memories.messageForgotten' : 'memories.forgotten'),
          ...(memory.kind === 'message' || memory.status !== 'active'
            ? {}
            : { undo: { label: t('memories.writeAgain'), run: () => writeAgain(memory) } }),
        });
      },
    });

  return (
    <>
      <PageHeading
        title={t('memories.title')}
        explanation={t('memories.explanation')}
        actions={
          <>
            <Button
              ref={addButton}
              shape="primary"
              className="flex items-center gap-2"
              onClick={() => setIsAdding(true)}
            >
              <Plus className="size-4.5" />
              {t('memories.add')}
            </Button>
            <Menu
              trigger={
                <Button shape="icon" aria-label={t('memories.moreActions')}>
                  <Ellipsis className="size-5" />
                </Button>
              }
            >
              <MenuItem isDangerous icon={<Eraser className="size-4.5" />} onChoose={() => setIsForgettingAll(true)}>
                {t('memories.forgetAll', { assistant: assistant.name })}
              </MenuItem>
            </Menu>
          </>
        }
      />
      <ConsentNote consent="memory" />
      <div className="mb-4 flex flex-wrap items-end gap-3">
        <AssistantSegments {...chosen} />
        <MemoryFilterFields filters={filters} onChange={setFilters} />
      </div>
      {isAdding && (
        <div className="mb-4">
          <MemoryForm
            save={(entered) => changes.add.mutateAsync({ ...entered, assistant: assistant.id, subject: 'self' })}
            onClose={() => setIsAdding(false)}
          />
        </div>
      )}
      <MemoryList
        list={list}
        filters={{ ...filters, assistant: assistant.id }}
        isFiltered={filters.words !== '' || filters.kind !== 'all' || filters.status !== 'active'}
        changes={changes}
        forget={forget}
        clearFilters={() => setFilters({ ...ALL, status: 'all' })}
      />
      <div className="mt-8 rounded-3xl border border-line px-5 py-2">
        <ConsentSwitch consent="memory" />
      </div>
      {isForgettingAll && (
        <ConfirmDialog
          title={t('memories.forgetAllTitle', { assistant: assistant.name })}
          action={t('memories.forgetAllAction')}
          confirm={async () => {
            const { deleted } = await changes.forgetAll.mutateAsync(assistant.id);
            announce({ text: t('memories.allForgotten', { count: deleted }) });
          }}
          onClose={() => setIsForgettingAll(false)}
        >
          <p>{t('memories.forgetAllExplanation', { assistant: assistant.name })}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

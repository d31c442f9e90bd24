import type { Memory } from '@rapport/wire';
import { Archive, ArchiveRestore, Ellipsis, Eraser, PencilLine } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { ConversationLink } from '../conversation-link.tsx';
import { useFocusBack } from '../use-focus-back.ts';
import { MemoryForm } from './memory-form.tsx';
import type { useMemoryChanges } from './use-memories.ts';

interface MemoryRowProps {
  readonly memory: Memory;
  readonly changes: Pick<ReturnType<typeof useMemoryChanges>, 'correct'>;
  readonly forget: (memory: Memory) => void;
}

/** One thing that is remembered: what, from which words, since when, and what can be done about it. */
export function MemoryRow({ memory, changes, forget }: MemoryRowProps) {
  const { t, i18n } = useTranslation('about-me');
  const [isEditing, setIsEditing] = useState(false);
  const trigger = useFocusBack(isEditing);
  const { id, text, quote, kind, status, validFrom, validUntil } = memory;
  const date = (time: string) => new Date(time).toLocaleDateString(i18n.language, { dateStyle: 'medium' });
  const isPast = status === 'superseded';
  const setAside = () =>
    changes.correct.mutate({ id, patch: { status: status === 'archived' ? 'active' : 'archived' } });
  if (isEditing) {
    return (
      <li className="py-3">
        <MemoryForm
          memory={memory}
          save={(patch) => changes.correct.mutateAsync({ id, patch })}
          onClose={() => setIsEditing(false)}
        />
      </li>
    );
  }
  return (
    <li className="flex items-start gap-3 py-4">
      <div className="min-w-0 grow">
        <p className={`text-pretty ${isPast ? 'text-muted' : ''}`}>{text}</p>
        {quote !== text && (
          <p className="mt-1 border-s-2 border-soft ps-3 text-muted text-pretty">
            <span className="sr-only">{t('memories.saidAs')}: </span>“{quote}”
          </p>
        )}
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <span className="rounded-full bg-tint px-2.5 py-0.5 text-ink">{t(`memories.kinds.${kind}`)}</span>
          {status !== 'active' && (
            <span className="rounded-full border border-soft px-2.5 py-0.5">{t(`memories.statuses.${status}`)}</span>
          )}
          <span>
            {validUntil === null
              ? date(validFrom)
              : t('memories.fromUntil', { from: date(validFrom), until: date(validUntil) })}
          </span>
          <Source memory={memory} />
        </p>
      </div>
      {kind === 'message' ? (
        <Button shape="icon" aria-label={t('memories.forgetNamed', { text })} onClick={() => forget(memory)}>
          <Eraser className="size-4.5" />
        </Button>
      ) : (
        <Menu
          trigger={
            <Button ref={trigger} shape="icon" aria-label={t('memories.actionsFor', { text })}>
              <Ellipsis className="size-5" />
            </Button>
          }
        >
          {!isPast && (
            <MenuItem icon={<PencilLine className="size-4.5" />} onChoose={() => setIsEditing(true)}>
              {t('memories.correct')}
            </MenuItem>
          )}
          {!isPast && (
            <MenuItem
              icon={status === 'archived' ? <ArchiveRestore className="size-4.5" /> : <Archive className="size-4.5" />}
              onChoose={setAside}
            >
              {t(status === 'archived' ? 'memories.takeUpAgain' : 'memories.setAside')}
            </MenuItem>
          )}
          <MenuItem isDangerous icon={<Eraser className="size-4.5" />} onChoose={() => forget(memory)}>
            {t('memories.forget')}
          </MenuItem>
        </Menu>
      )}
    </li>
  );
}

/** Where it was said; what the person wrote here themselves was said nowhere. */
function Source({ memory: { assistant, sourceConversationId } }: Pick<MemoryRowProps, 'memory'>) {
  const { t } = useTranslation('about-me');
  if (sourceConversationId === null) return <span>{t('memories.byYou')}</span>;
  return <ConversationLink assistant={assistant} conversation={sourceConversationId} />;
}

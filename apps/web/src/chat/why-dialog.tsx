import type { ChatReplyDetails } from '@rapport/wire';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button.tsx';
import { DIALOG_LOOK, Modal } from '../components/modal.tsx';

interface WhyDialogProps {
  readonly details: ChatReplyDetails;
  readonly onClose: () => void;
}

/** What a reply rests on: what was remembered of the person, what was read, and who wrote it. */
export function WhyDialog({ details, onClose }: WhyDialogProps) {
  const { t, i18n } = useTranslation(['talk-more', 'common']);
  const id = useId();
  const { memoriesUsed, citations, provider, model, attempts, cacheHit, fallbackTriggered, responseTimeMs } = details;
  const seconds = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'second', maximumFractionDigits: 2 });
  return (
    <Modal labelledBy={id} className={DIALOG_LOOK} onClose={onClose}>
      <Button shape="icon" className="float-end -me-3 -mt-3" aria-label={t('common:close')} onClick={onClose}>
        <X className="size-5" />
      </Button>
      <h2 id={id} className="text-xl font-semibold tracking-tight">
        {t('why.title')}
      </h2>
      <Part title={t('why.memories')}>
        {memoriesUsed.length === 0 ? (
          <p className="text-muted">{t('why.noMemories')}</p>
        ) : (
          <ul className="grid gap-1.5">
            {memoriesUsed.map((memory) => (
              <li key={memory.id} className="rounded-xl bg-tint px-3 py-2">
                {memory.text}
              </li>
            ))}
          </ul>
        )}
        <Link
          to="/me/$place"
          params={{ place: 'memories' }}
          className="mt-2 inline-block py-1 text-sm underline underline-offset-4"
        >
          {t('why.manage')}
        </Link>
      </Part>
      <Part title={t('why.passages')}>
        {citations.length === 0 ? (
          <p className="text-muted">{t('why.noPassages')}</p>
        ) : (
          <ul className="list-disc ps-5">
            {citations.map((citation) => (
              <li key={citation.id}>{citation.title}</li>
            ))}
          </ul>
        )}
      </Part>
      <Part title={t('why.writer')}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          <Fact name={t('why.model')} value={model} />
          <Fact name={t('why.provider')} value={provider} />
          <Fact name={t('why.attempts')} value={t('why.attemptsValue', { count: attempts })} />
          <Fact name={t('why.fallback')} value={t(fallbackTriggered ? 'why.yes' : 'why.no')} />
          <Fact name={t('why.cached')} value={t(cacheHit ? 'why.yes' : 'why.no')} />
          <Fact name={t('why.time')} value={seconds.format(responseTimeMs / 1_000)} />
        </dl>
      </Part>
    </Modal>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-5">
      <h3 className="mb-1.5 text-sm font-semibold text-muted">{title}</h3>
      {children}
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 break-words">{value}</dd>
    </>
  );
}

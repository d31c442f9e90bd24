import type { CitedPassage } from '@rapport/wire';
import { X } from 'lucide-react';
import { useCallback, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../client-context.ts';
import { Button } from '../components/button.tsx';
import { Dots } from '../components/dots.tsx';
import { DIALOG_LOOK, Modal } from '../components/modal.tsx';
import { useProblemWords } from '../problem-words.ts';
import { useLoad } from '../use-load.ts';
import { RichTextView, TextLink } from './rich-text-view.tsx';

interface ReferenceDialogProps {
  readonly id: string;
  readonly assistant: string;
  readonly onClose: () => void;
}

/** The passage that a reply cites: its text, where it comes from and who checked it. */
export function PassageDialog({ id, assistant, onClose }: ReferenceDialogProps) {
  const { api } = useClient();
  const { t, i18n } = useTranslation(['talk-more', 'common']);
  const describeProblem = useProblemWords();
  const headingId = useId();
  const path = `/api/v1/passages/${encodeURIComponent(id)}?assistant=${assistant}`;
  const { loaded } = useLoad(useCallback(() => api.call<CitedPassage>({ method: 'GET', path }), [api, path]));
  return (
    <Modal labelledBy={headingId} className={DIALOG_LOOK} onClose={onClose}>
      <Button shape="icon" className="float-end -me-3 -mt-3" aria-label={t('common:close')} onClick={onClose}>
        <X className="size-5" />
      </Button>
      <h2 id={headingId} className="text-xl font-semibold tracking-tight text-balance">
        {loaded.status === 'ready' ? loaded.value.title : t('passage.title')}
      </h2>
      {loaded.status === 'loading' && <Coming />}
      {loaded.status === 'failed' && (
        <p role="alert" className="mt-3">
          {describeProblem(loaded.error).title}
        </p>
      )}
      {loaded.status === 'ready' && (
        <>
          <div className="mt-3">
            <RichTextView text={loaded.value.body} findContacts={false} />
          </div>
          <h3 className="mt-5 text-sm font-semibold text-muted">{t('passage.sources')}</h3>
          <ul className="mt-1 grid gap-1">
            {loaded.value.sources.map(({ title, url }) => (
              <li key={url}>
                <TextLink href={url} text={title} />
              </li>
            ))}
          </ul>
          <p className="mt-4 text-sm text-muted">
            {t('passage.reviewed', {
              date: new Date(`${loaded.value.lastReviewed}T12:00:00Z`).toLocaleDateString(i18n.language, {
                dateStyle: 'long',
              }),
              reviewer: loaded.value.reviewer === 'editorial' ? t('passage.editorial') : loaded.value.reviewer,
            })}
          </p>
        </>
      )}
    </Modal>
  );
}

function Coming() {
  const { t } = useTranslation('common');
  return (
    <p role="status" className="mt-3">
      <span className="sr-only">{t('loading')}</span>
      <Dots />
    </p>
  );
}

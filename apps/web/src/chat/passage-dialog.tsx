import type { CitedPassage } from '@rapport/wire';
import { useTranslation } from 'react-i18next';
import { ReferenceDialog, type ReferenceProps } from './reference-dialog.tsx';
import { RichTextView, TextLink } from './rich-text-view.tsx';

/** The passage that a reply cites: its text, where it comes from and who checked it. */
export function PassageDialog({ id, assistant, onClose }: ReferenceProps) {
  const { t, i18n } = useTranslation('talk-more');
  return (
    <ReferenceDialog<CitedPassage>
      path={`/api/v1/passages/${encodeURIComponent(id)}?assistant=${assistant}`}
      title={t('passage.title')}
      titleOf={(passage) => passage.title}
      onClose={onClose}
    >
      {({ body, sources, lastReviewed, reviewer }) => (
        <>
          <div className="mt-3">
            <RichTextView text={body} findContacts={false} />
          </div>
          <h3 className="mt-5 text-sm font-semibold text-muted">{t('passage.sources')}</h3>
          <ul className="mt-1 grid gap-1">
            {sources.map(({ title, url }) => (
              <li key={url}>
                <TextLink href={url} text={title} />
              </li>
            ))}
          </ul>
          <p className="mt-4 text-sm text-muted">
            {t('passage.reviewed', {
              date: new Date(`${lastReviewed}T12:00:00Z`).toLocaleDateString(i18n.language, { dateStyle: 'long' }),
              reviewer: reviewer === 'editorial' ? t('passage.editorial') : reviewer,
            })}
          </p>
        </>
      )}
    </ReferenceDialog>
  );
}

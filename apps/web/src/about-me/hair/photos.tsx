import type { Photo } from '@rapport/wire';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../client/api.ts';
import { useClient } from '../../client-context.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { announce } from '../../components/toasts.tsx';
import { ConsentSwitch } from '../consent-switch.tsx';
import { PhotoTile } from './photo-tile.tsx';

/** The photos of the person's that are here, kept or on their way, and whether more are kept. */
export function Photos() {
  const { t } = useTranslation('about-me');
  const { t: common } = useTranslation('common');
  const { api } = useClient();
  const queries = useQueryClient();
  const [isDeletingAll, setIsDeletingAll] = useState(false);
  const query = useInfiniteQuery({
    queryKey: ['photos'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      api.call<Page<Photo>>({
        method: 'GET',
        path: `/api/v1/photos?limit=24${pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const removal = { onSuccess: () => queries.invalidateQueries({ queryKey: ['photos'] }) };
  const remove = useMutation({
    mutationFn: (id: string) => api.call<undefined>({ method: 'DELETE', path: `/api/v1/photos/${id}` }),
    ...removal,
  });
  const removeAll = useMutation({
    mutationFn: () => api.call<{ deleted: number }>({ method: 'DELETE', path: '/api/v1/photos' }),
    ...removal,
  });
  return (
    <section className="mt-10">
      <h2 className="text-xl font-semibold tracking-tight">{t('photos.title')}</h2>
      <p className="mt-1 mb-4 text-muted text-pretty">{t('photos.explanation')}</p>
      <QueryState
        query={query}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<Empty title={t('photos.empty.title')} advice={t('photos.empty.advice')} />}
      >
        {({ pages }) => (
          <>
            <ul aria-label={t('photos.title')} className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4">
              {pages
                .flatMap(({ items }) => items)
                .map((photo) => (
                  <PhotoTile key={photo.id} photo={photo} remove={() => remove.mutateAsync(photo.id)} />
                ))}
            </ul>
            <div className="mt-4 flex flex-wrap gap-2">
              {query.hasNextPage && (
                <Button shape="outlined" onClick={() => void query.fetchNextPage()}>
                  {common('more')}
                </Button>
              )}
              <Button shape="quiet" className="text-alarm" onClick={() => setIsDeletingAll(true)}>
                {t('photos.deleteAll')}
              </Button>
            </div>
          </>
        )}
      </QueryState>
      <div className="mt-6 rounded-3xl border border-line px-5 py-2">
        <ConsentSwitch consent="photos" />
      </div>
      {isDeletingAll && (
        <ConfirmDialog
          title={t('photos.deleteAllTitle')}
          action={t('photos.deleteAll')}
          confirm={async () => {
            const { deleted } = await removeAll.mutateAsync();
            announce({ text: t('photos.deleted', { count: deleted }) });
          }}
          onClose={() => setIsDeletingAll(false)}
        >
          <p>{t('photos.deleteExplanation')}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}

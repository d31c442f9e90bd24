import type { InboxAnswer, InboxMessage } from '@rapport/wire';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAssistants, useClient } from '../../client-context.ts';
import { Button } from '../../components/button.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { ChannelSwitch } from '../privacy/channel-switch.tsx';
import { useReached } from '../use-reached.ts';
import { InboxItem } from './inbox-item.tsx';
import { noteInboxRead } from './use-unread.ts';

/** What assistants said of their own accord, and whether they may. */
export function InboxPage() {
  const { t } = useTranslation('about-me');
  const { t: common } = useTranslation('common');
  const { api } = useClient();
  const queries = useQueryClient();
  const assistants = useAssistants();
  const query = useInfiniteQuery({
    queryKey: ['inbox'],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      api.call<InboxAnswer>({
        method: 'GET',
        path: `/api/v1/inbox?limit=30${pageParam === null ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const read = useMutation({
    mutationFn: (id: string) => api.call<InboxMessage>({ method: 'POST', path: `/api/v1/inbox/${id}/read`, body: {} }),
    onSuccess: () => {
      noteInboxRead();
      return queries.invalidateQueries({ queryKey: ['inbox'] });
    },
  });
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const end = useReached(() => void (hasNextPage && !isFetchingNextPage && fetchNextPage()));
  return (
    <>
      <PageHeading title={t('inbox.title')} explanation={t('inbox.explanation')} />
      <QueryState
        query={query}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<Empty title={t('inbox.empty.title')} advice={t('inbox.empty.advice')} />}
      >
        {({ pages }) => (
          <>
            <ul aria-label={t('inbox.title')} className="divide-y divide-line border-y border-line">
              {pages
                .flatMap(({ items }) => items)
                .map((message) => (
                  <InboxItem
                    key={message.id}
                    message={message}
                    assistant={assistants.find(({ id }) => id === message.assistant)}
                    noteRead={() => read.mutate(message.id)}
                  />
                ))}
            </ul>
            {hasNextPage && (
              <div ref={end} className="mt-4 flex justify-center">
                <Button shape="outlined" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                  {common('more')}
                </Button>
              </div>
            )}
          </>
        )}
      </QueryState>
      <section className="mt-8 rounded-3xl border border-line px-5 py-3">
        <h2 className="font-medium">{t('inbox.unsubscribe')}</h2>
        <div className="divide-y divide-line">
          <ChannelSwitch channel="inApp" />
          <ChannelSwitch channel="email" />
        </div>
      </section>
    </>
  );
}

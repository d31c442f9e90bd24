import type { Memory } from '@rapport/wire';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../client/api.ts';
import { useClient } from '../../client-context.ts';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';

/** What is remembered of the person, each with the sentence it came from. */
export function MemoriesPage() {
  const { t } = useTranslation('about-me');
  const { api } = useClient();
  const query = useQuery({
    queryKey: ['memories'],
    queryFn: () => api.call<Page<Memory>>({ method: 'GET', path: '/api/v1/memories?limit=50' }),
  });
  return (
    <>
      <PageHeading title={t('memories.title')} explanation={t('memories.explanation')} />
      <QueryState
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<Empty title={t('memories.empty.title')} advice={t('memories.empty.advice')} />}
      >
        {({ items }) => (
          <ul className="divide-y divide-line border-y border-line">
            {items.map(({ id, text, quote }) => (
              <li key={id} className="py-3">
                <p>{text}</p>
                <p className="mt-0.5 text-sm text-muted">“{quote}”</p>
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </>
  );
}

import type { Memory } from '@rapport/wire';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { useReached } from '../use-reached.ts';
import { MemoryRow } from './memory-row.tsx';
import { type MemoryFilters, type useMemoryChanges, useMemories } from './use-memories.ts';

interface MemoryListProps {
  /** For the focus, which goes to the list when one of its rows has gone. */
  readonly list: RefObject<HTMLUListElement | null>;
  readonly filters: MemoryFilters;
  readonly isFiltered: boolean;
  readonly changes: ReturnType<typeof useMemoryChanges>;
  readonly forget: (memory: Memory) => void;
  readonly clearFilters: () => void;
}

/** The memories that fit, page after page as one comes to their end. */
export function MemoryList({ list, filters, isFiltered, changes, forget, clearFilters }: MemoryListProps) {
  const { t } = useTranslation('about-me');
  const { t: common } = useTranslation('common');
  const query = useMemories(filters);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const end = useReached(() => void (hasNextPage && !isFetchingNextPage && fetchNextPage()));
  return (
    <QueryState
      query={query}
      isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
      empty={
        isFiltered ? (
          <Empty title={t('memories.noMatch.title')} advice={t('memories.noMatch.advice')}>
            <Button shape="outlined" onClick={clearFilters}>
              {t('memories.noMatch.action')}
            </Button>
          </Empty>
        ) : (
          <Empty title={t('memories.empty.title')} advice={t('memories.empty.advice')} />
        )
      }
    >
      {({ pages }) => (
        <>
          <ul
            ref={list}
            tabIndex={-1}
            aria-label={t('memories.title')}
            className="divide-y divide-line border-y border-line"
          >
            {pages
              .flatMap(({ items }) => items)
              .map((memory) => (
                <MemoryRow key={memory.id} memory={memory} changes={changes} forget={forget} />
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
  );
}

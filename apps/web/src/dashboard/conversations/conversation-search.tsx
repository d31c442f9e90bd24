import type { DeskConversation } from '@rapport/wire';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../client/api.ts';
import { Button } from '../../components/button.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { ChoiceField } from '../../components/form-fields.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { FilterBar } from '../filter-bar.tsx';
import { useFilters } from '../filters.ts';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';
import { dayZone } from '../use-dashboard.ts';
import {
  type ConversationFilters,
  conversationsPath,
  OUTCOMES,
  useConversationFilters,
} from './conversation-filters.ts';

const WHICHEVER = 'any';

/** Conversations by when they began, how they stand, what they were rated and what answered. */
export function ConversationSearch() {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { filters } = useFilters();
  const { narrowed, narrow } = useConversationFilters();
  const query = useInfiniteQuery({
    queryKey: ['conversations', filters.range, filters.days, filters.brand, narrowed],
    queryFn: ({ pageParam }) =>
      operator.call<Page<DeskConversation>>({
        method: 'GET',
        path: conversationsPath(filters, narrowed, { now: new Date(), timeZone: dayZone(), cursor: pageParam }),
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  return (
    <>
      <PageHeading title={t('conversations.title')} explanation={t('conversations.explanation')} />
      <FilterBar hasComparison={false}>
        <ChoiceField
          label={t('conversations.outcome')}
          hidesLabel
          value={narrowed.outcome ?? WHICHEVER}
          choices={[
            { value: WHICHEVER, label: t('conversations.anyOutcome') },
            ...OUTCOMES.map((outcome) => ({ value: outcome, label: t(`overview.outcomeNames.${outcome}`) })),
          ]}
          onChoose={(outcome) => narrow({ outcome: outcome === WHICHEVER ? undefined : outcome })}
        />
      </FilterBar>
      <Narrowed narrowed={narrowed} narrow={narrow} />
      <QueryState
        query={query}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<Empty title={t('conversations.empty.title')} advice={t('conversations.empty.advice')} />}
      >
        {({ pages }) => (
          <ConversationTable
            conversations={pages.flatMap(({ items }) => items)}
            loadMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
            isLoadingMore={query.isFetchingNextPage}
          />
        )}
      </QueryState>
    </>
  );
}

interface NarrowedProps {
  readonly narrowed: ConversationFilters;
  readonly narrow: (changed: Readonly<Record<string, unknown>>) => void;
}

/** What narrows the list beside the fields above, each to be taken away with one press. */
function Narrowed({ narrowed, narrow }: NarrowedProps) {
  const { t } = useTranslation('dashboard');
  const { day } = useFormats();
  const said: readonly (readonly [keyof ConversationFilters, string | null])[] = [
    ['day', narrowed.day === null ? null : t('conversations.only.day', { day: day(narrowed.day) })],
    ['rating', narrowed.rating === null ? null : t('conversations.only.rating', { rating: narrowed.rating })],
    ['rated', narrowed.rated === null ? null : t('conversations.only.rated')],
    ['fallback', narrowed.fallback === null ? null : t('conversations.only.fallback')],
    ['cached', narrowed.cached === null ? null : t('conversations.only.cached')],
    ['model', narrowed.model === null ? null : t('conversations.only.model', { model: narrowed.model })],
    ['person', narrowed.person === null ? null : t('conversations.only.person')],
  ];
  const shown = said.filter(([, words]) => words !== null);
  if (shown.length === 0) return null;
  return (
    <ul aria-label={t('conversations.narrowed')} className="-mt-2 mb-6 flex flex-wrap gap-2">
      {shown.map(([name, words]) => (
        <li key={name}>
          <Button
            shape="quiet"
            className="flex min-h-9 items-center gap-2 border border-soft text-sm"
            aria-label={t('conversations.takeAway', { words })}
            onClick={() => narrow({ [name]: undefined })}
          >
            {words}
            <X className="size-4" />
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface ConversationTableProps {
  readonly conversations: readonly DeskConversation[];
  readonly loadMore?: (() => void) | undefined;
  readonly isLoadingMore?: boolean;
}

function ConversationTable({ conversations, loadMore, isLoadingMore = false }: ConversationTableProps) {
  const { t } = useTranslation('dashboard');
  const { time, count } = useFormats();
  const columns: TableColumn<DeskConversation>[] = [
    {
      id: 'title',
      name: t('conversations.conversation'),
      cell: ({ id, title }) => (
        <Link
          to="/dashboard/$place/$item"
          params={{ place: 'conversations', item: id }}
          className="line-clamp-2 rounded font-medium underline decoration-edge underline-offset-4"
        >
          {title ?? t('conversations.withheldTitle')}
        </Link>
      ),
    },
    { id: 'assistant', name: t('conversations.assistant'), cell: ({ assistant }) => assistant },
    { id: 'started', name: t('conversations.began'), cell: ({ startedAt }) => time(startedAt) },
    { id: 'messages', name: t('conversations.messages'), isNumber: true, cell: ({ messages }) => count(messages) },
    {
      id: 'outcome',
      name: t('conversations.outcome'),
      cell: ({ outcome }) => (outcome === null ? '–' : t(`overview.outcomeNames.${outcome}`)),
    },
    {
      id: 'rating',
      name: t('conversations.rating'),
      isNumber: true,
      cell: ({ rating }) => (rating === null ? '–' : count(rating)),
    },
    { id: 'models', name: t('conversations.models'), cell: ({ models }) => models.join(', ') || '–' },
  ];
  return (
    <DataTable
      caption={t('conversations.title')}
      columns={columns}
      rows={conversations}
      keyOf={({ id }) => id}
      loadMore={loadMore}
      isLoadingMore={isLoadingMore}
    />
  );
}

import type { ContentProblem } from '@rapport/wire';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../client/problems.ts';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { TextField } from '../../components/form-fields.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { AssistantChoice, useChosenAssistant } from '../assistant-choice.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';
import { CATALOGUE, type ContentKind, KNOWLEDGE } from './content-kinds.ts';
import { EntryEditor } from './entry-editor.tsx';
import { RetrievalPreview } from './retrieval-preview.tsx';

export const KnowledgePage = () => <ContentPage kind={KNOWLEDGE} />;
export const CataloguePage = () => <ContentPage kind={CATALOGUE} />;

/** An entry in a list: passages have a title and when they were reviewed, products a name and a category. */
interface ListedEntry {
  readonly id: string;
  readonly title?: string;
  readonly name?: string;
  readonly category?: string;
  readonly lastReviewed?: string;
  readonly state: 'draft' | 'live' | 'retired';
  readonly served: 'file' | 'edit' | 'nothing';
}

interface ListedPage {
  readonly items: readonly ListedEntry[];
  readonly nextCursor: string | null;
  readonly total: number;
  readonly problems: readonly ContentProblem[];
}

function ContentPage({ kind }: { readonly kind: ContentKind }) {
  const { t } = useTranslation('dashboard');
  const assistant = useChosenAssistant();
  const [editing, setEditing] = useState<string | 'new' | null>(null);
  return (
    <>
      <PageHeading
        title={t(`content.${kind.id}.title`)}
        explanation={t(`content.${kind.id}.explanation`)}
        actions={
          <>
            <AssistantChoice chosen={assistant} />
            <Button shape="primary" onClick={() => setEditing('new')}>
              {t('content.add')}
            </Button>
          </>
        }
      />
      {assistant !== null && (
        <div className="grid gap-10">
          <Entries key={assistant} kind={kind} assistant={assistant} edit={setEditing} />
          {kind.id === 'knowledge' && <RetrievalPreview assistant={assistant} />}
        </div>
      )}
      {editing !== null && assistant !== null && (
        <EntryEditor
          kind={kind}
          assistant={assistant}
          id={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

interface EntriesProps {
  readonly kind: ContentKind;
  readonly assistant: string;
  readonly edit: (id: string) => void;
}

function Entries({ kind, assistant, edit }: EntriesProps) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { count } = useFormats();
  const [words, setWords] = useState('');
  const query = useInfiniteQuery({
    queryKey: [kind.id, assistant, words.trim()],
    queryFn: ({ pageParam }) => {
      const search = new URLSearchParams({
        assistant,
        limit: '50',
        ...(words.trim() === '' ? {} : { q: words.trim() }),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      });
      return operator.call<ListedPage>({ method: 'GET', path: `${kind.path}?${search}` });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  // An assistant that answers from no knowledge, or sells nothing, has no such list.
  if (query.error instanceof ApiProblem && query.error.code === 'NOT_FOUND') {
    return <Empty title={t('content.none.title')} advice={t('content.none.advice')} />;
  }
  const columns: TableColumn<ListedEntry>[] = [
    {
      id: 'name',
      name: t('content.name'),
      cell: ({ id, title, name }) => (
        <Button shape="link" className="min-h-6 text-start whitespace-normal" onClick={() => edit(id)}>
          {title ?? name ?? id}
        </Button>
      ),
    },
    kind.id === 'knowledge'
      ? { id: 'reviewed', name: t('content.reviewed'), cell: ({ lastReviewed }) => lastReviewed ?? '–' }
      : { id: 'category', name: t('content.category'), cell: ({ category }) => category?.replaceAll('_', ' ') ?? '–' },
    { id: 'state', name: t('content.state'), cell: ({ state }) => <Badge>{t(`content.states.${state}`)}</Badge> },
    { id: 'served', name: t('content.served'), cell: ({ served }) => t(`content.servedFrom.${served}`) },
  ];
  return (
    <section aria-label={t(`content.${kind.id}.title`)}>
      <search className="mb-4 block max-w-md">
        <TextField
          type="search"
          label={t('content.search')}
          value={words}
          maxLength={200}
          onChange={(event) => setWords(event.target.value)}
        />
      </search>
      <QueryState
        query={query}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<Empty title={t('content.empty.title')} advice={t('content.empty.advice')} />}
      >
        {({ pages }) => (
          <>
            <Problems problems={pages[0]?.problems ?? []} />
            <p role="status" className="mb-2 text-sm text-muted">
              {t('content.total', { count: pages[0]?.total ?? 0, shown: count(pages[0]?.total ?? 0) })}
            </p>
            <DataTable
              caption={t(`content.${kind.id}.title`)}
              columns={columns}
              rows={pages.flatMap(({ items }) => items)}
              keyOf={({ id }) => id}
              loadMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
              isLoadingMore={query.isFetchingNextPage}
            />
          </>
        )}
      </QueryState>
    </section>
  );
}

function Problems({ problems }: { readonly problems: readonly ContentProblem[] }) {
  const { t } = useTranslation('dashboard');
  if (problems.length === 0) return null;
  return (
    <div role="alert" className="mb-4 rounded-2xl border border-alarm p-4">
      <p className="font-medium">{t('content.problems')}</p>
      <ul className="mt-1 grid gap-1">
        {problems.map(({ source, field, problem }) => (
          <li key={`${source} ${field}`}>
            {source}: {field} {problem}
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { DeskDetail, DeskMessage } from '@rapport/wire';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { BackLink } from '../back-link.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';
import { Trace } from './trace.tsx';

/** One conversation: what was said, and what went into each reply. */
export function ConversationDetail({ id }: { readonly id: string }) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const query = useInfiniteQuery({
    queryKey: ['conversation', id],
    queryFn: ({ pageParam }) => {
      const search = new URLSearchParams({ limit: '50', ...(pageParam === null ? {} : { cursor: pageParam }) });
      return operator.call<DeskDetail>({
        method: 'GET',
        path: `/api/v1/admin/conversations/${encodeURIComponent(id)}?${search}`,
      });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ transcript }) => transcript.nextCursor,
  });
  return (
    <>
      <BackLink place="conversations" name={t('conversations.title')} />
      <QueryState query={query}>
        {({ pages }) => {
          const [first] = pages;
          if (first === undefined) return null;
          return (
            <>
              <Heading detail={first} />
              {query.hasNextPage && (
                <p className="mb-4 text-center">
                  <Button
                    shape="outlined"
                    aria-disabled={query.isFetchingNextPage}
                    onClick={() => void query.fetchNextPage()}
                  >
                    {t('conversations.earlier')}
                  </Button>
                </p>
              )}
              <ol aria-label={t('conversations.transcript')} className="grid gap-4">
                {pages
                  .flatMap(({ transcript }) => transcript.items)
                  .toReversed()
                  .map((message) => (
                    <li key={message.id}>
                      <TranscriptMessage conversationId={id} assistant={first.assistant} message={message} />
                    </li>
                  ))}
              </ol>
            </>
          );
        }}
      </QueryState>
    </>
  );
}

function Heading({ detail }: { readonly detail: DeskDetail }) {
  const { t } = useTranslation('dashboard');
  const { time } = useFormats();
  const { title, assistant, startedAt, userId, personName, outcome, cases } = detail;
  return (
    <>
      <PageHeading
        title={title ?? t('conversations.withheldTitle')}
        explanation={`${assistant} · ${time(startedAt)}`}
        actions={outcome !== null && <Badge>{t(`overview.outcomeNames.${outcome}`)}</Badge>}
      />
      <p className="-mt-3 mb-6 flex flex-wrap gap-x-6 gap-y-2">
        <Link
          to="/dashboard/$place"
          params={{ place: 'conversations' }}
          search={{ person: userId } as never}
          className="rounded underline decoration-edge underline-offset-4"
        >
          {t('conversations.ofPerson', { name: personName ?? t('handOff.unnamed') })}
        </Link>
        {cases.map(({ id, reference }) => (
          <Link
            key={id}
            to="/dashboard/$place/$item"
            params={{ place: 'hand-off', item: id }}
            className="rounded underline decoration-edge underline-offset-4"
          >
            {t('handOff.caseNamed', { reference })}
          </Link>
        ))}
      </p>
    </>
  );
}

interface TranscriptMessageProps {
  readonly conversationId: string;
  readonly assistant: string;
  readonly message: DeskMessage;
}

function TranscriptMessage({ conversationId, assistant, message }: TranscriptMessageProps) {
  const { t } = useTranslation('dashboard');
  const { time } = useFormats();
  const { author, authorName, text, withheld, status, images, rating, comment, createdAt, trace } = message;
  const isPerson = author === 'person';
  const who = isPerson ? t('handOff.person') : (authorName ?? assistant);
  return (
    <article
      className={`max-w-3xl rounded-2xl border border-line px-4 py-3 ${isPerson ? 'bg-raised' : 'bg-tint lg:ms-12'}`}
    >
      <h2 className="text-sm text-muted">
        {who} · <time dateTime={createdAt}>{time(createdAt)}</time>
        {status !== 'complete' && ` · ${t(`conversations.statuses.${status}`)}`}
        {images > 0 && ` · ${t('conversations.images', { count: images })}`}
      </h2>
      {withheld === null ? (
        <p className="mt-1 break-words whitespace-pre-wrap">{text}</p>
      ) : (
        <p className="mt-1 text-muted italic">{t(`conversations.withheld.${withheld}`)}</p>
      )}
      {rating !== null && (
        <p className="mt-2 text-sm">
          {t('conversations.ratedWith', { rating })}
          {comment !== null && `: “${comment}”`}
        </p>
      )}
      {trace !== null && <Trace conversationId={conversationId} messageId={message.id} trace={trace} />}
    </article>
  );
}

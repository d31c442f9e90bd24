import type { CaseDetail } from '@rapport/wire';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../components/badge.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { BackLink } from '../back-link.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';
import { AnswerDesk } from './answer-desk.tsx';
import { readCase } from './use-lease.ts';

/** While a case is open here, what the person writes should be seen soon. */
const REFRESH_MS = 3_000;

/** One case: who it is, what they need, the conversation, and a way to answer it. */
export function HandOffCase({ id }: { readonly id: string }) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const query = useQuery({
    queryKey: ['case', id],
    queryFn: () => readCase(operator, id),
    refetchInterval: REFRESH_MS,
  });
  return (
    <>
      <BackLink place="hand-off" name={t('handOff.title')} />
      <QueryState query={query}>
        {(detail) => (
          <>
            <CaseHeading detail={detail} />
            <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_18rem]">
              <section aria-labelledby="conversation" className="min-w-0">
                <h2 id="conversation" className="mb-3 text-lg font-semibold">
                  {t('handOff.conversation')}
                </h2>
                <Transcript detail={detail} />
                <AnswerDesk detail={detail} />
              </section>
              <CaseFacts detail={detail} />
            </div>
          </>
        )}
      </QueryState>
    </>
  );
}

function CaseHeading({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('dashboard');
  const { reference, reason, status, crisisAt } = detail;
  return (
    <PageHeading
      title={t('handOff.caseNamed', { reference })}
      explanation={t(`handOff.reasons.${reason}`)}
      actions={
        <>
          {crisisAt !== null && <Badge look="alarm">{t('handOff.crisis')}</Badge>}
          <Badge>{t(`handOff.statuses.${status}`)}</Badge>
        </>
      }
    />
  );
}

function Transcript({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('dashboard');
  const { time } = useFormats();
  const nameOf = (message: CaseDetail['transcript']['items'][number]): string =>
    message.author === 'person' ? t('handOff.person') : (message.authorName ?? detail.assistant);
  return (
    <ol aria-label={t('handOff.conversation')} className="grid gap-3">
      {detail.transcript.items.toReversed().map((message) => (
        <li
          key={message.id}
          className={`max-w-[85%] rounded-2xl border border-line px-4 py-2.5 ${message.author === 'person' ? 'bg-raised' : 'ms-auto bg-tint'}`}
        >
          <p className="text-sm text-muted">
            {nameOf(message)} · <time dateTime={message.createdAt}>{time(message.createdAt)}</time>
          </p>
          <p className="break-words whitespace-pre-wrap">{message.text}</p>
        </li>
      ))}
    </ol>
  );
}

function CaseFacts({ detail }: { readonly detail: CaseDetail }) {
  const { t } = useTranslation('dashboard');
  const { time } = useFormats();
  const { person, collected, events, deliveries, answerBy } = detail;
  return (
    <aside aria-label={t('handOff.facts')} className="grid content-start gap-6">
      <dl className="grid gap-2">
        <Fact
          name={t('handOff.person')}
          value={person.name ?? t(person.isGuest ? 'handOff.guest' : 'handOff.unnamed')}
        />
        <Fact name={t('handOff.email')} value={person.email ?? '–'} />
        <Fact name={t('handOff.locale')} value={`${person.locale}, ${person.timeZone}`} />
        <Fact name={t('handOff.answerBy')} value={time(answerBy)} />
        {Object.entries(collected).map(([field, value]) => (
          <Fact key={field} name={t(`handOff.fields.${field as keyof typeof collected}`)} value={value ?? '–'} />
        ))}
      </dl>
      <section aria-labelledby="events">
        <h2 id="events" className="mb-2 font-semibold">
          {t('handOff.events')}
        </h2>
        <ol className="grid gap-2 text-sm">
          {events.map(({ id, kind, by, text, at }) => (
            <li key={id}>
              {t(`handOff.eventKinds.${kind}`)}
              {by !== null && `, ${by}`}
              <span className="block text-muted">{time(at)}</span>
              {text !== null && <span className="block whitespace-pre-wrap">{text}</span>}
            </li>
          ))}
        </ol>
      </section>
      {deliveries.length > 0 && (
        <section aria-labelledby="deliveries">
          <h2 id="deliveries" className="mb-2 font-semibold">
            {t('handOff.deliveries')}
          </h2>
          <ul className="grid gap-2 text-sm">
            {deliveries.map(({ id, channel, state, attempts, lastError }) => (
              <li key={id} className={state === 'parked' ? 'text-alarm' : ''}>
                {t(`handOff.channels.${channel}`)}: {t(`handOff.deliveryStates.${state}`, { count: attempts })}
                {lastError !== null && <span className="block text-muted">{lastError}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </aside>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="break-words">{value}</dd>
    </div>
  );
}

import type { DeskPrompt, TurnTrace } from '@rapport/wire';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../components/badge.tsx';
import { Button } from '../../components/button.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { QueryState } from '../../components/query-state.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';

interface TraceProps {
  readonly conversationId: string;
  readonly messageId: string;
  readonly trace: TurnTrace;
}

type Attempt = TurnTrace['attempts'][number];

/** What went into a reply: how it was understood, what it drew on, who was asked, how long it took and what it cost. */
export function Trace({ conversationId, messageId, trace }: TraceProps) {
  const { t } = useTranslation('dashboard');
  const { duration } = useFormats();
  return (
    <details className="mt-3 border-t border-line pt-2">
      <summary className="min-h-6 text-sm text-muted">
        {t('trace.title')}
        {': '}
        {[
          trace.model ?? t('trace.noModel'),
          trace.responseTimeMs === null ? null : duration(trace.responseTimeMs),
          trace.cache.result === null ? null : t(`trace.cacheResults.${trace.cache.result}`),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </summary>
      <div className="mt-3 grid gap-4">
        <TraceFacts trace={trace} />
        {trace.attempts.length > 0 && <Attempts attempts={trace.attempts} />}
        <Prompt conversationId={conversationId} messageId={messageId} />
      </div>
    </details>
  );
}

function TraceFacts({ trace }: { readonly trace: TurnTrace }) {
  const { t } = useTranslation('dashboard');
  const { safety, mood, intent, topics, journeyStage, persona, memoriesUsed, citations, products, cache, requestId } =
    trace;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      t('trace.safety'),
      <Badge key="safety" look={safety === 'crisis' ? 'alarm' : 'plain'}>
        {t(`trace.levels.${safety}`)}
      </Badge>,
    ],
    [t('trace.intent'), intent === null ? '–' : plain(intent)],
    [t('trace.topics'), topics.map(plain).join(', ') || '–'],
    [t('trace.mood'), mood === null ? '–' : plain(mood.label)],
    [t('trace.stage'), journeyStage === null ? '–' : plain(journeyStage)],
    [t('trace.persona'), persona === null ? '–' : plain(persona)],
    [t('trace.memories'), String(memoriesUsed)],
    [t('trace.citations'), citations.map(({ title }) => title).join(', ') || '–'],
    [t('trace.products'), products.join(', ') || '–'],
    [t('trace.cache'), cache.reason ?? (cache.result === null ? '–' : t(`trace.cacheResults.${cache.result}`))],
    [t('trace.request'), requestId ?? '–'],
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-sm md:grid-cols-3">
      {facts.map(([name, value]) => (
        <div key={name} className="min-w-0">
          <dt className="text-muted">{name}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const plain = (id: string): string => id.replaceAll(/[_-]/g, ' ');

function Attempts({ attempts }: { readonly attempts: readonly Attempt[] }) {
  const { t } = useTranslation('dashboard');
  const { duration, count, cost } = useFormats();
  const columns: TableColumn<Attempt>[] = [
    { id: 'attempt', name: t('trace.attempt'), isNumber: true, cell: ({ attempt }) => count(attempt) },
    { id: 'model', name: t('models.model'), cell: ({ model, servedModel }) => servedModel ?? model },
    { id: 'outcome', name: t('trace.outcome'), cell: ({ outcome }) => plain(outcome) },
    {
      id: 'first',
      name: t('trace.firstToken'),
      isNumber: true,
      cell: ({ firstTokenMs }) => (firstTokenMs === null ? '–' : duration(firstTokenMs)),
    },
    { id: 'total', name: t('trace.total'), isNumber: true, cell: ({ totalMs }) => duration(totalMs) },
    {
      id: 'tokens',
      name: t('trace.tokens'),
      isNumber: true,
      cell: ({ inputTokens, outputTokens }) => `${count(inputTokens)} / ${count(outputTokens)}`,
    },
    {
      id: 'cost',
      name: t('models.cost'),
      isNumber: true,
      cell: ({ costMicroUsd }) => (costMicroUsd === null ? '–' : cost(costMicroUsd)),
    },
  ];
  return (
    <DataTable
      caption={t('trace.attempts')}
      columns={columns}
      rows={attempts}
      keyOf={({ attempt }) => String(attempt)}
    />
  );
}

function Prompt({ conversationId, messageId }: Pick<TraceProps, 'conversationId' | 'messageId'>) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { count } = useFormats();
  const [isAsked, setIsAsked] = useState(false);
  const query = useQuery({
    queryKey: ['prompt', conversationId, messageId],
    queryFn: () =>
      operator.call<DeskPrompt>({
        method: 'GET',
        path: `/api/v1/admin/conversations/${conversationId}/prompts/${messageId}`,
      }),
    enabled: isAsked,
  });
  if (!isAsked) {
    return (
      <p>
        <Button shape="outlined" className="text-sm" onClick={() => setIsAsked(true)}>
          {t('trace.showPrompt')}
        </Button>
      </p>
    );
  }
  return (
    <section aria-label={t('trace.prompt')}>
      <QueryState query={query}>
        {({ instructions, messages, sections, differences, estimatedInputTokens, budgetTokens }) => (
          <div className="grid gap-3 text-sm">
            <p className={differences.length === 0 ? 'text-muted' : 'text-alarm'}>
              {differences.length === 0 ? t('trace.exact') : differences.join(' ')}{' '}
              {t('trace.size', { tokens: count(estimatedInputTokens), budget: count(budgetTokens) })}
              {sections.cut.length > 0 &&
                ` ${t('trace.cut', { sections: sections.cut.map(({ id }) => id).join(', ') })}`}
            </p>
            <PromptPart name={t('trace.instructions')} text={instructions} />
            {messages.map(({ role, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one prompt never change places.
              <PromptPart key={index} name={role === 'user' ? t('handOff.person') : t('trace.assistant')} text={text} />
            ))}
          </div>
        )}
      </QueryState>
    </section>
  );
}

function PromptPart({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <h3 className="font-medium">{name}</h3>
      <p className="mt-1 rounded-xl border border-line bg-surface p-3 font-mono text-xs break-words whitespace-pre-wrap">
        {text}
      </p>
    </div>
  );
}

import type { AdviceOnFile, AdvicePatch, Assistant } from '@rapport/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client-context.ts';
import { Button } from '../../components/button.tsx';
import { ChoiceField } from '../../components/form-fields.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { announce } from '../../components/toasts.tsx';
import { useProblemWords } from '../../problem-words.ts';

const OUTCOMES = ['worked', 'partly', 'did_not', 'not_tried', 'harmed'] as const;

/** What an assistant advised the person, what came of it as they said, and how to say so or forget it. */
export function AdviceList({ assistant }: { readonly assistant: Assistant }) {
  const { t } = useTranslation('about-me');
  const { api } = useClient();
  const queries = useQueryClient();
  const describeProblem = useProblemWords();
  const query = useQuery({
    queryKey: ['advice', assistant.id],
    queryFn: () =>
      api.call<{ items: AdviceOnFile[] }>({ method: 'GET', path: `/api/v1/advice?assistant=${assistant.id}` }),
  });
  const settled = {
    onSuccess: () => queries.invalidateQueries({ queryKey: ['advice'] }),
    onError: (error: unknown) => {
      const { title, advice } = describeProblem(error);
      announce({ text: `${title}. ${advice}` });
    },
  };
  const report = useMutation({
    mutationFn: ({ id, outcome }: { id: string } & AdvicePatch) =>
      api.call<AdviceOnFile>({ method: 'PATCH', path: `/api/v1/advice/${id}`, body: { outcome } }),
    ...settled,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.call<undefined>({ method: 'DELETE', path: `/api/v1/advice/${id}` }),
    ...settled,
  });
  return (
    <section>
      <h2 className="text-xl font-semibold tracking-tight">{t('advice.title')}</h2>
      <p className="mt-1 mb-4 text-muted text-pretty">{t('advice.explanation')}</p>
      <QueryState
        query={query}
        isEmpty={({ items }) => items.length === 0}
        empty={<Empty title={t('advice.empty.title')} advice={t('advice.empty.advice')} />}
      >
        {({ items }) => (
          <ul className="divide-y divide-line border-y border-line">
            {items.map((item) => (
              <AdviceRow
                key={item.id}
                item={item}
                report={(outcome) => report.mutate({ id: item.id, outcome })}
                remove={() => remove.mutate(item.id)}
              />
            ))}
          </ul>
        )}
      </QueryState>
    </section>
  );
}

interface AdviceRowProps {
  readonly item: AdviceOnFile;
  readonly report: (outcome: AdvicePatch['outcome']) => void;
  readonly remove: () => void;
}

function AdviceRow({ item: { what, state, givenAt, reports }, report, remove }: AdviceRowProps) {
  const { t, i18n } = useTranslation('about-me');
  const date = (time: string) => new Date(time).toLocaleDateString(i18n.language, { dateStyle: 'medium' });
  const isOpen = state === 'given' || state === 'asked';
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-3 py-4">
      <div className="min-w-56 grow">
        <p className="text-pretty first-letter:uppercase">{what}</p>
        {reports.map(({ outcome, quote, reportedAt }) => (
          <p key={reportedAt} className="mt-1 border-s-2 border-soft ps-3 text-sm text-muted text-pretty">
            {t(`advice.states.${outcome}`)}
            {quote !== null && <> · “{quote}”</>} · {date(reportedAt)}
          </p>
        ))}
        <p className="mt-1 text-sm text-muted">{t('advice.given', { date: date(givenAt) })}</p>
      </div>
      <div className="flex items-center gap-1">
        <ChoiceField
          hidesLabel
          label={t('advice.outcomeOf', { advice: what })}
          value={isOpen ? '' : state}
          choices={[
            ...(isOpen ? [{ value: '', label: t('advice.states.open') }] : []),
            ...[...OUTCOMES, 'dropped' as const].map((value) => ({ value, label: t(`advice.states.${value}`) })),
          ]}
          onChoose={(value) => value !== '' && report(value as AdvicePatch['outcome'])}
        />
        <Button shape="icon" aria-label={t('advice.forget', { advice: what })} onClick={remove}>
          <Trash2 className="size-4.5" />
        </Button>
      </div>
    </li>
  );
}

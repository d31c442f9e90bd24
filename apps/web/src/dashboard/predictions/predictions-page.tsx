import type { PeopleForetold, PredictionModel } from '@rapport/wire';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../components/chart.tsx';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { ChoiceField } from '../../components/form-fields.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { AssistantChoice, useChosenAssistant } from '../assistant-choice.tsx';
import { Figure } from '../figure.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';

const BANDS = ['at_risk', 'uncertain', 'engaged', 'gone'] as const;
type Band = (typeof BANDS)[number];
type Person = PeopleForetold['items'][number];

/** Who is likely to come back and who drifts away, why, and how far such forecasts were right before. */
export function PredictionsPage() {
  const { t } = useTranslation('dashboard');
  const assistant = useChosenAssistant();
  return (
    <>
      <PageHeading
        title={t('predictions.title')}
        explanation={t('predictions.explanation')}
        actions={<AssistantChoice chosen={assistant} />}
      />
      {assistant !== null && (
        <div className="grid gap-10">
          <People key={assistant} assistant={assistant} />
          <Model assistant={assistant} />
        </div>
      )}
    </>
  );
}

function People({ assistant }: { readonly assistant: string }) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { share, time } = useFormats();
  const [band, setBand] = useState<Band>('at_risk');
  const query = useInfiniteQuery({
    queryKey: ['predictions', assistant, band],
    queryFn: ({ pageParam }) => {
      const search = new URLSearchParams({
        assistant,
        band,
        limit: '50',
        ...(pageParam === null ? {} : { cursor: pageParam }),
      });
      return operator.call<PeopleForetold>({ method: 'GET', path: `/api/v1/admin/predictions?${search}` });
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const columns: TableColumn<Person>[] = [
    {
      id: 'person',
      name: t('predictions.person'),
      cell: ({ userId, preferredName }) => (
        <Link
          to="/dashboard/$place"
          params={{ place: 'conversations' }}
          search={{ person: userId, range: '90d' } as never}
          className="rounded underline decoration-edge underline-offset-4"
        >
          {preferredName ?? t('handOff.unnamed')}
        </Link>
      ),
    },
    { id: 'chance', name: t('predictions.chance'), isNumber: true, cell: ({ probability }) => share(probability) },
    {
      id: 'why',
      name: t('predictions.why'),
      cell: ({ reasons }) => (
        <ul>
          {reasons.map(({ about, words, effect }) => (
            <li key={about}>
              {words} <span className="text-muted">({t(`predictions.effects.${effect}`)})</span>
            </li>
          ))}
        </ul>
      ),
    },
    { id: 'at', name: t('predictions.at'), cell: ({ at }) => time(at) },
  ];
  return (
    <section aria-labelledby="people">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 id="people" className="text-lg font-semibold">
          {t('predictions.people')}
        </h2>
        <ChoiceField
          label={t('predictions.band')}
          hidesLabel
          value={band}
          choices={BANDS.map((value) => ({ value, label: t(`predictions.bands.${value}`) }))}
          onChoose={(value) => setBand(value as Band)}
        />
      </div>
      <QueryState
        query={query}
        isEmpty={({ pages }) => pages.every(({ items }) => items.length === 0)}
        empty={<Empty title={t('predictions.empty.title')} advice={t('predictions.empty.advice')} />}
      >
        {({ pages }) => (
          <DataTable
            caption={t('predictions.people')}
            columns={columns}
            rows={pages.flatMap(({ items }) => items)}
            keyOf={({ userId }) => userId}
            loadMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
            isLoadingMore={query.isFetchingNextPage}
          />
        )}
      </QueryState>
    </section>
  );
}

function Model({ assistant }: { readonly assistant: string }) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { count, share, time } = useFormats();
  const query = useQuery({
    queryKey: ['prediction-model', assistant],
    queryFn: () =>
      operator.call<PredictionModel>({
        method: 'GET',
        path: `/api/v1/admin/predictions/model?${new URLSearchParams({ assistant })}`,
      }),
  });
  return (
    <section aria-labelledby="model">
      <h2 id="model" className="mb-3 text-lg font-semibold">
        {t('predictions.model')}
      </h2>
      <QueryState query={query}>
        {(model) => (
          <div className="grid gap-4">
            <p className="max-w-3xl text-pretty">
              {model.why} <span className="text-muted">{t('predictions.fitted', { time: time(model.fittedAt) })}</span>
            </p>
            {model.heldOut === null ? (
              <p className="text-muted">{t('predictions.notTested')}</p>
            ) : (
              <>
                <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
                  <Figure name={t('predictions.brier')} value={brierOf(model)} format={(value) => value.toFixed(3)} />
                  <Figure
                    name={t('predictions.baseBrier')}
                    value={model.heldOut.baseRateBrier}
                    format={(value) => value.toFixed(3)}
                  />
                  <Figure name={t('predictions.testedOn')} value={model.heldOut.people} format={count} />
                  <Figure name={t('predictions.baseRate')} value={model.heldOut.baseRate} format={share} />
                </div>
                <Chart
                  title={t('predictions.calibration')}
                  summary={t('predictions.calibrationMeans')}
                  kind="line"
                  rows={model.heldOut.calibration}
                  along={{
                    name: t('predictions.foretold'),
                    labelOf: (bin) => `${share(bin.from)}–${share(bin.until)} (${count(bin.count)})`,
                  }}
                  series={[
                    { name: t('predictions.cameTrue'), valueIn: ({ came }) => came },
                    { name: t('predictions.foretold'), valueIn: ({ forecast }) => forecast },
                  ]}
                  format={share}
                  range={[0, 1]}
                />
              </>
            )}
          </div>
        )}
      </QueryState>
    </section>
  );
}

/** The Brier score of the kind that was kept, on the weeks it had not seen: 0 is perfect. */
const brierOf = ({ kind, heldOut }: PredictionModel): number | null =>
  heldOut?.candidates.find((candidate) => candidate.kind === kind)?.brier ?? null;

import type { SafetyCounts } from '@rapport/wire';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type TableColumn } from '../../components/data-table.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { ChoiceField } from '../../components/form-fields.tsx';
import { Figure } from '../figure.tsx';
import { useFormats } from '../formats.ts';
import { useOperator } from '../operator-client.ts';

const FIRST_YEAR = 2026;
const KINDS = ['crisis', 'aftercare', 'concern', 'disclosure'] as const;
type Month = SafetyCounts['months'][number];

/** How often people were in need, in counts: whose they were is on no file. Who is answered by people waits in the inbox. */
export function SafetyPage() {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { count } = useFormats();
  const thisYear = new Date().getUTCFullYear();
  const [year, setYear] = useState(String(thisYear));
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, index) => String(thisYear - index));
  const query = useQuery({
    queryKey: ['safety', year],
    queryFn: () => operator.call<SafetyCounts>({ method: 'GET', path: `/api/v1/admin/safety/counts?year=${year}` }),
  });
  const columns: TableColumn<Month>[] = [
    { id: 'month', name: t('safety.month'), sortBy: ({ month }) => month, cell: ({ month }) => month },
    {
      id: 'assistant',
      name: t('safety.assistant'),
      sortBy: ({ assistant }) => assistant,
      cell: ({ assistant }) => assistant,
    },
    { id: 'kind', name: t('safety.kind'), sortBy: ({ kind }) => kind, cell: ({ kind }) => t(`safety.kinds.${kind}`) },
    {
      id: 'count',
      name: t('safety.count'),
      isNumber: true,
      sortBy: (row) => row.count,
      cell: (row) => count(row.count),
    },
  ];
  return (
    <>
      <PageHeading
        title={t('safety.title')}
        explanation={t('safety.explanation')}
        actions={
          <ChoiceField
            label={t('safety.year')}
            value={year}
            choices={years.map((value) => ({ value, label: value }))}
            onChoose={setYear}
          />
        }
      />
      <p className="mb-6 flex flex-wrap gap-x-6 gap-y-2">
        <Link
          to="/dashboard/$place"
          params={{ place: 'hand-off' }}
          className="rounded underline decoration-edge underline-offset-4"
        >
          {t('safety.toInbox')}
        </Link>
        <a href="/safety" className="rounded underline decoration-edge underline-offset-4">
          {t('safety.protocol')}
        </a>
      </p>
      <QueryState query={query}>
        {({ totals, months, meaning, notCounted }) => (
          <>
            <div className="mb-8 grid grid-cols-2 gap-3 md:grid-cols-4">
              {KINDS.map((kind) => (
                <Figure key={kind} name={t(`safety.kinds.${kind}`)} value={totals[kind] ?? 0} format={count}>
                  <p className="mt-1 text-sm text-muted text-pretty">{meaning[kind]}</p>
                </Figure>
              ))}
            </div>
            {months.length === 0 ? (
              <Empty title={t('safety.empty.title')} advice={t('safety.empty.advice')} />
            ) : (
              <DataTable
                caption={t('safety.title')}
                columns={columns}
                rows={months}
                keyOf={({ month, assistant, kind }) => `${month} ${assistant} ${kind}`}
              />
            )}
            <p className="mt-6 text-sm text-muted">{notCounted}</p>
          </>
        )}
      </QueryState>
    </>
  );
}

import type { MoodsAnswer } from '@rapport/wire';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client-context.ts';
import { Button } from '../../components/button.tsx';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { Segments } from '../../components/segments.tsx';
import { announce } from '../../components/toasts.tsx';
import { AssistantSegments } from '../assistant-segments.tsx';
import { ConsentNote } from '../consent-note.tsx';
import { ConsentSwitch } from '../consent-switch.tsx';
import { useChosenAssistant } from '../use-chosen-assistant.ts';
import { MoodsChart } from './moods-chart.tsx';
import { MoodsHeard } from './moods-heard.tsx';

const RANGES = [7, 30, 90] as const;

/** The person's moods as an assistant heard them: as a chart, in words and in figures. */
export function MoodsPage() {
  const { t } = useTranslation('about-me');
  const { api } = useClient();
  const queries = useQueryClient();
  const chosen = useChosenAssistant();
  const { assistant } = chosen;
  const [days, setDays] = useState<(typeof RANGES)[number]>(30);
  const [isDeleting, setIsDeleting] = useState(false);
  const query = useQuery({
    queryKey: ['moods', assistant?.id, days],
    enabled: assistant !== undefined,
    // Another time of the same assistant's comes in the place of this one; another assistant's never stands as this one's.
    placeholderData: (former, query) => (query?.queryKey[1] === assistant?.id ? former : undefined),
    queryFn: () =>
      api.call<MoodsAnswer>({ method: 'GET', path: `/api/v1/moods?assistant=${assistant?.id}&days=${days}` }),
  });
  const remove = useMutation({
    mutationFn: () =>
      api.call<{ deleted: number }>({ method: 'DELETE', path: `/api/v1/moods?assistant=${assistant?.id}` }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['moods'] }),
  });
  if (assistant === undefined) return null;
  return (
    <>
      <PageHeading title={t('moods.title')} explanation={t('moods.explanation')} />
      <ConsentNote consent="mood" />
      <div className="mb-6 flex flex-wrap gap-3">
        <AssistantSegments {...chosen} />
        <Segments
          label={t('moods.range')}
          chosen={days}
          choices={RANGES.map((value) => ({ value, label: t('moods.days', { count: value }) }))}
          onChoose={setDays}
        />
      </div>
      <QueryState
        query={query}
        isEmpty={({ points }) => points.length === 0}
        empty={
          <Empty
            title={t('moods.empty.title', { assistant: assistant.name })}
            advice={t(query.data?.kept === false ? 'moods.empty.isOff' : 'moods.empty.advice')}
          />
        }
        skeleton={<div aria-hidden="true" className="h-80 animate-pulse rounded-3xl bg-tint" />}
      >
        {(moods) => (
          <div className="grid gap-6">
            <MoodsChart moods={moods} />
            <MoodsHeard points={moods.points} />
          </div>
        )}
      </QueryState>
      <div className="mt-8 rounded-3xl border border-line px-5 py-2">
        <ConsentSwitch consent="mood" />
        <div className="border-t border-line py-3">
          <Button
            shape="quiet"
            className="-ms-3.5 flex items-center gap-2 text-alarm"
            onClick={() => setIsDeleting(true)}
          >
            <Trash2 className="size-4.5" />
            {t('moods.delete', { assistant: assistant.name })}
          </Button>
        </div>
      </div>
      {isDeleting && (
        <ConfirmDialog
          title={t('moods.deleteTitle', { assistant: assistant.name })}
          action={t('moods.deleteAction')}
          confirm={async () => {
            const { deleted } = await remove.mutateAsync();
            announce({ text: t('moods.deleted', { count: deleted }) });
          }}
          onClose={() => setIsDeleting(false)}
        >
          <p>{t('moods.deleteExplanation')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

import type { JourneyAnswer } from '@rapport/wire';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAssistants, useClient } from '../../client-context.ts';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { AssistantSegments } from '../assistant-segments.tsx';
import { ConsentNote } from '../consent-note.tsx';
import { useChosenAssistant } from '../use-chosen-assistant.ts';
import { AdviceList } from './advice-list.tsx';
import { JourneyPath } from './journey-path.tsx';
import { PersonaChoice } from './persona-choice.tsx';

/** Where the person is on an assistant's journey, as whom they come across, and what came of its advice. */
export function JourneyPage() {
  const { t } = useTranslation('about-me');
  const { api } = useClient();
  const all = useAssistants();
  const asked = useQueries({
    queries: all.map(({ id }) => ({
      queryKey: ['journey', id],
      queryFn: () => api.call<JourneyAnswer>({ method: 'GET', path: `/api/v1/journey?assistant=${id}` }),
    })),
  });
  const journeyOf = new Map(all.map(({ id }, index) => [id, asked[index]]));
  const chosen = useChosenAssistant(({ id }) => {
    const journey = journeyOf.get(id)?.data;
    return journey !== undefined && (journey.stages.length > 0 || journey.personas.length > 0);
  });
  const { assistant } = chosen;
  const open = assistant === undefined ? undefined : journeyOf.get(assistant.id);
  const unknown = asked.find(({ isError }) => isError) ?? asked.find(({ isPending }) => isPending);
  return (
    <>
      <PageHeading title={t('journey.title')} explanation={t('journey.explanation')} />
      <ConsentNote consent="memory" />
      <div className="mb-4 empty:hidden">
        <AssistantSegments {...chosen} />
      </div>
      {assistant === undefined || open === undefined ? (
        unknown === undefined ? (
          <Empty title={t('journey.none.title')} advice={t('journey.none.advice')} />
        ) : (
          <QueryState query={unknown}>{() => null}</QueryState>
        )
      ) : (
        <QueryState query={open}>
          {(journey) => (
            <div className="grid gap-10">
              {journey.stages.length > 0 && <JourneyPath assistant={assistant} journey={journey} />}
              {journey.personas.length > 0 && <PersonaChoice assistant={assistant} journey={journey} />}
              <AdviceList assistant={assistant} />
            </div>
          )}
        </QueryState>
      )}
    </>
  );
}

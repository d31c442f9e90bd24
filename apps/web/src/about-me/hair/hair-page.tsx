import type { HairFields } from '@rapport/wire';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useAssistants, useClient } from '../../client-context.ts';
import { PageHeading } from '../../components/page-heading.tsx';
import { Empty, QueryState } from '../../components/query-state.tsx';
import { AssistantSegments } from '../assistant-segments.tsx';
import { ConsentNote } from '../consent-note.tsx';
import { useChosenAssistant } from '../use-chosen-assistant.ts';
import { useProfile } from '../use-profile.ts';
import { HairFieldRow } from './hair-field-row.tsx';
import { Photos } from './photos.tsx';

/** What is known of the person's hair, how it is known, and the photos of theirs that are kept. */
export function HairPage() {
  const { t } = useTranslation('about-me');
  const { api } = useClient();
  const all = useAssistants();
  const profile = useProfile();
  const asked = useQueries({
    queries: all.map(({ id }) => ({
      queryKey: ['hair-fields', id],
      queryFn: () => api.call<HairFields>({ method: 'GET', path: `/api/v1/hair-fields?assistant=${id}` }),
      staleTime: Number.POSITIVE_INFINITY,
    })),
  });
  const fieldsOf = new Map(all.map(({ id }, index) => [id, asked[index]?.data?.fields ?? []]));
  const chosen = useChosenAssistant(({ id }) => (fieldsOf.get(id) ?? []).length > 0);
  const { assistant } = chosen;
  // Whichever failed says why; else one that is still on its way.
  const query = asked.find(({ isError }) => isError) ?? asked.find(({ isPending }) => isPending);
  return (
    <>
      <PageHeading title={t('hair.title')} explanation={t('hair.explanation')} />
      <ConsentNote consent="memory" />
      <div className="mb-4 empty:hidden">
        <AssistantSegments {...chosen} />
      </div>
      {query !== undefined ? (
        <QueryState query={query}>{() => null}</QueryState>
      ) : assistant === undefined ? (
        <Empty title={t('hair.nobodyAsks.title')} advice={t('hair.nobodyAsks.advice')} />
      ) : (
        <QueryState query={profile}>
          {({ assistants }) => (
            <ul aria-label={t('hair.title')} className="divide-y divide-line border-y border-line">
              {(fieldsOf.get(assistant.id) ?? []).map((field) => (
                <HairFieldRow
                  key={field.id}
                  assistant={assistant.id}
                  field={field}
                  known={[assistants[assistant.id]?.hairProfile?.[field.id] ?? []].flat()}
                />
              ))}
            </ul>
          )}
        </QueryState>
      )}
      <Photos />
    </>
  );
}

import { QueryClientProvider } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountButton } from '../account/account-dialog.tsx';
import { UnknownPage } from '../app.tsx';
import { createQueryClient } from '../client/query-client.ts';
import { useSession } from '../client-context.ts';
import { PlacesLayout } from '../components/places-layout.tsx';
import { PLACES } from './places.ts';

/** What the assistants know of the person, and what the person decides about it. */
export function AboutMePage() {
  const { t } = useTranslation('about-me');
  const session = useSession();
  const person = session.status === 'active' ? session.session.user.id : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person must find nothing of the one before.
  const queries = useMemo(createQueryClient, [person]);
  const { place = PLACES[0].id } = useParams({ strict: false });
  const open = PLACES.find(({ id }) => id === place);
  if (open === undefined) return <UnknownPage />;
  const places = PLACES.map(({ id, name, icon: Icon }) => ({
    id,
    name: t(`places.${name}`),
    icon: <Icon className="size-4.5" />,
  }));
  return (
    <QueryClientProvider client={queries}>
      <PlacesLayout
        title={t('title')}
        to="/me/$place"
        groups={[{ name: null, places }]}
        openPlace={open.id}
        tools={<AccountButton />}
      >
        <open.Page key={`${person} ${open.id}`} item={null} />
      </PlacesLayout>
    </QueryClientProvider>
  );
}

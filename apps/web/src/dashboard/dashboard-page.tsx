import { QueryClientProvider } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountButton } from '../account/account-dialog.tsx';
import { UnknownPage } from '../app.tsx';
import { createQueryClient } from '../client/query-client.ts';
import { useSession } from '../client-context.ts';
import { PlacesLayout } from '../components/places-layout.tsx';
import { GROUPS, PLACES } from './places.ts';

/** For the people who run the assistants: what happens, and what can be done about it. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const session = useSession();
  const person = session.status === 'active' ? session.session.user.id : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person must find nothing of the one before.
  const queries = useMemo(createQueryClient, [person]);
  const { place = 'overview', item = null } = useParams({ strict: false });
  const open = PLACES.find(({ id }) => id === place);
  if (open === undefined) return <UnknownPage />;
  const groups = GROUPS.map(({ name, places }) => ({
    name: t(`groups.${name}`),
    places: places.map(({ id, name: placeName, icon: Icon }) => ({
      id,
      name: t(`places.${placeName}`),
      icon: <Icon className="size-4.5" />,
    })),
  }));
  return (
    <QueryClientProvider client={queries}>
      <PlacesLayout
        title={t('title')}
        to="/dashboard/$place"
        groups={groups}
        openPlace={open.id}
        tools={<AccountButton />}
      >
        <open.Page key={`${person} ${open.id} ${item}`} item={item} />
      </PlacesLayout>
    </QueryClientProvider>
  );
}

import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountButton } from '../account/account-dialog.tsx';
import { UnknownPage } from '../app.tsx';
import type { Fetch } from '../client/http.ts';
import { ApiProblem } from '../client/problems.ts';
import { createQueryClient } from '../client/query-client.ts';
import { openBrowserStore } from '../client/storage.ts';
import { useClient, useSession } from '../client-context.ts';
import { PlacesLayout } from '../components/places-layout.tsx';
import { QueryState } from '../components/query-state.tsx';
import { Toasts } from '../components/toasts.tsx';
import { NoPermission } from './no-permission.tsx';
import { createOperatorClient, OPERATOR_TOKEN_KEY, OperatorProvider, useOperator } from './operator-client.ts';
import { GROUPS, PLACES } from './places.ts';

const browserFetch: Fetch = (path, init) => window.fetch(path, init);

/** For the people who run the assistants: what happens, and what can be done about it. */
export function DashboardPage() {
  const { api } = useClient();
  const session = useSession();
  const [tab] = useState(() => openBrowserStore(() => window.sessionStorage));
  const [token, setToken] = useState(() => tab.get(OPERATOR_TOKEN_KEY));
  const person = session.status === 'active' ? session.session.user.id : null;
  const who = `${person} ${token}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever comes next must find nothing of the one before.
  const queries = useMemo(createQueryClient, [who]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the token is read from the tab's storage.
  const operator = useMemo(
    () => createOperatorClient({ api, fetch: browserFetch, session, tab }),
    [api, session, tab, token],
  );
  const enterToken = (typed: string) => {
    tab.set(OPERATOR_TOKEN_KEY, typed);
    setToken(typed);
  };
  return (
    <QueryClientProvider client={queries}>
      <OperatorProvider value={operator}>
        <Places key={who} wasRefused={token !== null} enterToken={enterToken} />
        <Toasts />
      </OperatorProvider>
    </QueryClientProvider>
  );
}

interface PlacesProps {
  readonly wasRefused: boolean;
  readonly enterToken: (token: string) => void;
}

function Places({ wasRefused, enterToken }: PlacesProps) {
  const { t } = useTranslation('dashboard');
  const operator = useOperator();
  const { place = PLACES[0]?.id, item = null } = useParams({ strict: false });
  // Whoever may see one of these pages may see them all; this answer is the smallest.
  const access = useQuery({
    queryKey: ['access'],
    queryFn: () => operator.call({ method: 'GET', path: '/circuit-breakers' }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const open = PLACES.find(({ id }) => id === place);
  if (open === undefined) return <UnknownPage />;
  const groups = GROUPS.map(({ name, places }) => ({
    name: t(`groups.${name}`),
    places: places.map(({ id, name: placeName, icon: Icon }) => ({
      id,
      name: t(`places.${placeName}`),
      icon: <Icon className="size-4.5 shrink-0" />,
    })),
  }));
  return (
    <PlacesLayout
      title={t('title')}
      to="/dashboard/$place"
      groups={groups}
      openPlace={open.id}
      tools={<AccountButton />}
    >
      {isRefusal(access.error) ? (
        <NoPermission wasRefused={wasRefused} enterToken={enterToken} />
      ) : (
        <QueryState query={access}>{() => <open.Page key={`${open.id} ${item}`} item={item} />}</QueryState>
      )}
    </PlacesLayout>
  );
}

const isRefusal = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.code === 'UNAUTHENTICATED' || error.code === 'FORBIDDEN');

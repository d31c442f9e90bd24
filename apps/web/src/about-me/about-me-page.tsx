import { QueryClientProvider } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountButton } from '../account/account-dialog.tsx';
import { UnknownPage } from '../app.tsx';
import { createQueryClient } from '../client/query-client.ts';
import { useSession } from '../client-context.ts';
import { LINK_BUTTON } from '../components/button.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { PlacesLayout } from '../components/places-layout.tsx';
import { Empty } from '../components/query-state.tsx';
import { Toasts } from '../components/toasts.tsx';
import { ErasedPage } from './privacy/erased-page.tsx';
import { keepReceipt, useErasure } from './privacy/use-erasure.ts';
import { PLACES } from './places.ts';
import { useUnread } from './inbox/use-unread.ts';

/** What the assistants know of the person, and what the person decides about it. */
export function AboutMePage() {
  const { t } = useTranslation('about-me');
  const session = useSession();
  const unread = useUnread();
  const { receipt } = useErasure();
  const person = session.status === 'active' ? session.session.user.id : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person must find nothing of the one before.
  const queries = useMemo(createQueryClient, [person]);
  useEffect(() => {
    if (person !== null) keepReceipt(null);
  }, [person]);
  const { place = PLACES[0].id } = useParams({ strict: false });
  const open = PLACES.find(({ id }) => id === place);
  if (open === undefined) return <UnknownPage />;
  const places = PLACES.map(({ id, name, icon: Icon }) => ({
    id,
    name: t(`places.${name}`),
    icon: <Icon className="size-4.5" />,
    ...(id === 'inbox' && unread > 0
      ? { badge: { shown: String(unread), said: t('inbox.unread', { count: unread }) } }
      : {}),
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
        {person !== null ? (
          <open.Page key={`${person} ${open.id}`} item={null} />
        ) : receipt !== null ? (
          <ErasedPage receipt={receipt} />
        ) : (
          <NothingKept key={open.id} title={t(`places.${open.name}`)} />
        )}
      </PlacesLayout>
      <Toasts />
    </QueryClientProvider>
  );
}

/** For someone who never talked here: looking around makes nobody of them that something would be kept of. */
function NothingKept({ title }: { readonly title: string }) {
  const { t } = useTranslation('about-me');
  return (
    <>
      <PageHeading title={title} />
      <Empty title={t('nobody.title')} advice={t('nobody.advice')}>
        <Link to="/" className={LINK_BUTTON}>
          {t('nobody.action')}
        </Link>
      </Empty>
    </>
  );
}

import { Brain, CircleUserRound, Inbox, LockKeyhole, Route, SmilePlus, Sparkles } from 'lucide-react';
import { lazyPage, type Place } from '../components/places.ts';

type Name = 'memories' | 'moods' | 'hair' | 'journey' | 'inbox' | 'privacy' | 'account';

/** The pages about the person, in the order they are listed. The first is the one that "About me" opens. */
export const PLACES: readonly [Place<Name>, ...Place<Name>[]] = [
  {
    id: 'memories',
    name: 'memories',
    icon: Brain,
    Page: lazyPage(async () => (await import('./memories/memories-page.tsx')).MemoriesPage),
  },
  {
    id: 'moods',
    name: 'moods',
    icon: SmilePlus,
    Page: lazyPage(async () => (await import('./moods/moods-page.tsx')).MoodsPage),
  },
  {
    id: 'hair',
    name: 'hair',
    icon: Sparkles,
    Page: lazyPage(async () => (await import('./hair/hair-page.tsx')).HairPage),
  },
  {
    id: 'journey',
    name: 'journey',
    icon: Route,
    Page: lazyPage(async () => (await import('./journey/journey-page.tsx')).JourneyPage),
  },
  {
    id: 'inbox',
    name: 'inbox',
    icon: Inbox,
    Page: lazyPage(async () => (await import('./inbox/inbox-page.tsx')).InboxPage),
  },
  {
    id: 'privacy',
    name: 'privacy',
    icon: LockKeyhole,
    Page: lazyPage(async () => (await import('./privacy/privacy-page.tsx')).PrivacyPage),
  },
  {
    id: 'account',
    name: 'account',
    icon: CircleUserRound,
    Page: lazyPage(async () => (await import('./account/account-page.tsx')).AccountPage),
  },
];

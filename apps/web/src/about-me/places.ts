import { Brain } from 'lucide-react';
import { lazyPage, type Place } from '../components/places.ts';

type Name = 'memories';

/** The pages about the person, in the order they are listed. The first is the one that "About me" opens. */
export const PLACES: readonly [Place<Name>, ...Place<Name>[]] = [
  {
    id: 'memories',
    name: 'memories',
    icon: Brain,
    Page: lazyPage(async () => (await import('./memories/memories-page.tsx')).MemoriesPage),
  },
];

import { LayoutDashboard } from 'lucide-react';
import { lazyPage, type Place } from '../components/places.ts';

type Name = 'overview';
type GroupName = 'figures';

interface Group {
  readonly name: GroupName;
  readonly places: readonly Place<Name>[];
}

/** The pages of the dashboard by group, in the order they are listed. */
export const GROUPS: readonly Group[] = [
  {
    name: 'figures',
    places: [
      {
        id: 'overview',
        name: 'overview',
        icon: LayoutDashboard,
        Page: lazyPage(async () => (await import('./overview/overview-page.tsx')).OverviewPage),
      },
    ],
  },
];

export const PLACES: readonly Place<Name>[] = GROUPS.flatMap(({ places }) => places);

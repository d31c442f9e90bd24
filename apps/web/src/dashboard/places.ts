import { Bell, Cog, Cpu, LayoutDashboard, LifeBuoy, type LucideIcon, Megaphone, ShieldPlus } from 'lucide-react';
import { lazyPage, type Place } from '../components/places.ts';

type Name = 'overview' | 'models' | 'jobs' | 'alerts' | 'handOff' | 'safety' | 'campaigns';
type GroupName = 'figures' | 'machinery' | 'care' | 'outreach';

interface Group {
  readonly name: GroupName;
  readonly places: readonly Place<Name>[];
}

const place = (id: string, name: Name, icon: LucideIcon, load: Parameters<typeof lazyPage>[0]): Place<Name> => ({
  id,
  name,
  icon,
  Page: lazyPage(load),
});

/** The pages of the dashboard by group, in the order they are listed. */
export const GROUPS: readonly Group[] = [
  {
    name: 'figures',
    places: [
      place(
        'overview',
        'overview',
        LayoutDashboard,
        async () => (await import('./overview/overview-page.tsx')).OverviewPage,
      ),
    ],
  },
  {
    name: 'care',
    places: [
      place('hand-off', 'handOff', LifeBuoy, async () => (await import('./hand-off/hand-off-page.tsx')).HandOffPage),
      place('safety', 'safety', ShieldPlus, async () => (await import('./safety/safety-page.tsx')).SafetyPage),
    ],
  },
  {
    name: 'outreach',
    places: [
      place(
        'campaigns',
        'campaigns',
        Megaphone,
        async () => (await import('./campaigns/campaigns-page.tsx')).CampaignsPage,
      ),
    ],
  },
  {
    name: 'machinery',
    places: [
      place('models', 'models', Cpu, async () => (await import('./models/models-page.tsx')).ModelsPage),
      place('alerts', 'alerts', Bell, async () => (await import('./alerts/alerts-page.tsx')).AlertsPage),
      place('jobs', 'jobs', Cog, async () => (await import('./jobs/jobs-page.tsx')).JobsPage),
    ],
  },
];

export const PLACES: readonly Place<Name>[] = GROUPS.flatMap(({ places }) => places);

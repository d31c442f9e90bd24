import {
  Bell,
  BookOpen,
  Cog,
  Cpu,
  Database,
  FlaskConical,
  HeartPulse,
  LayoutDashboard,
  LifeBuoy,
  type LucideIcon,
  Megaphone,
  MessagesSquare,
  Route as RouteIcon,
  ShieldPlus,
  ShoppingBag,
  TrendingUp,
} from 'lucide-react';
import { lazyPage, type Place } from '../components/places.ts';

type Name =
  | 'journey'
  | 'moods'
  | 'experiments'
  | 'predictions'
  | 'cache'
  | 'knowledge'
  | 'catalogue'
  | 'overview'
  | 'conversations'
  | 'models'
  | 'jobs'
  | 'alerts'
  | 'handOff'
  | 'safety'
  | 'campaigns';
type GroupName = 'figures' | 'machinery' | 'care' | 'outreach' | 'content';

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
      place(
        'conversations',
        'conversations',
        MessagesSquare,
        async () => (await import('./conversations/conversations-page.tsx')).ConversationsPage,
      ),
      place('journey', 'journey', RouteIcon, async () => (await import('./journey/journey-page.tsx')).JourneyPage),
      place('moods', 'moods', HeartPulse, async () => (await import('./moods/moods-page.tsx')).MoodsPage),
      place(
        'experiments',
        'experiments',
        FlaskConical,
        async () => (await import('./experiments/experiments-page.tsx')).ExperimentsPage,
      ),
      place(
        'predictions',
        'predictions',
        TrendingUp,
        async () => (await import('./predictions/predictions-page.tsx')).PredictionsPage,
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
    name: 'content',
    places: [
      place('knowledge', 'knowledge', BookOpen, async () => (await import('./content/content-page.tsx')).KnowledgePage),
      place(
        'catalogue',
        'catalogue',
        ShoppingBag,
        async () => (await import('./content/content-page.tsx')).CataloguePage,
      ),
    ],
  },
  {
    name: 'machinery',
    places: [
      place('models', 'models', Cpu, async () => (await import('./models/models-page.tsx')).ModelsPage),
      place('cache', 'cache', Database, async () => (await import('./cache/cache-page.tsx')).CachePage),
      place('alerts', 'alerts', Bell, async () => (await import('./alerts/alerts-page.tsx')).AlertsPage),
      place('jobs', 'jobs', Cog, async () => (await import('./jobs/jobs-page.tsx')).JobsPage),
    ],
  },
];

export const PLACES: readonly Place<Name>[] = GROUPS.flatMap(({ places }) => places);

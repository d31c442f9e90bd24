import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { App, PageBroke, UnknownPage } from './app.tsx';
import { noteArrival } from './navigation.tsx';
import { TalkPage } from './talk-page.tsx';

const root = createRootRoute({ component: App, notFoundComponent: UnknownPage, errorComponent: PageBroke });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('./home-page.tsx'), 'HomePage'),
});

// The page of an assistant stays as it is while one goes from conversation to conversation: the children draw nothing.
const talk = createRoute({ getParentRoute: () => root, path: '/a/$assistant', component: TalkPage });
const talkOpening = createRoute({ getParentRoute: () => talk, path: '/' });
const talkConversation = createRoute({ getParentRoute: () => talk, path: '/c/$conversation' });

/*
 * What only some people open comes in files of its own, so that whoever came to talk doesn't load it. The places within
 * are declared here, because an address must be known before the code that draws it is there.
 */
const aboutMe = createRoute({
  getParentRoute: () => root,
  path: '/me',
  component: lazyRouteComponent(() => import('./about-me/about-me-page.tsx'), 'AboutMePage'),
});
const aboutMePlace = createRoute({ getParentRoute: () => aboutMe, path: '/$place' });

const dashboard = createRoute({
  getParentRoute: () => root,
  path: '/dashboard',
  component: lazyRouteComponent(() => import('./dashboard/dashboard-page.tsx'), 'DashboardPage'),
});
const dashboardPlace = createRoute({ getParentRoute: () => dashboard, path: '/$place' });
const dashboardItem = createRoute({ getParentRoute: () => dashboard, path: '/$place/$item' });

const embed = createRoute({
  getParentRoute: () => root,
  path: '/embed/$assistant',
  component: lazyRouteComponent(() => import('./embed/embed-page.tsx'), 'EmbedPage'),
});

const routeTree = root.addChildren([
  home,
  talk.addChildren([talkOpening, talkConversation]),
  aboutMe.addChildren([aboutMePlace]),
  dashboard.addChildren([dashboardPlace, dashboardItem]),
  embed,
]);

/** Ties addresses to pages. Call once a page. */
export function openRouter() {
  const router = createRouter({ routeTree, defaultPreload: 'intent', trailingSlash: 'never' });
  router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
    if (fromLocation !== undefined && pathChanged) noteArrival();
  });
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof openRouter>;
  }
}

import { expect, test } from 'vitest';
import { assistantPath, conversationPath, parseRoute, type Route } from './routes.ts';

const id = '01923456-789a-7fff-bfff-ffffffffffff';

const cases: { path: string; route: Route }[] = [
  { path: '/', route: { page: 'home' } },
  { path: assistantPath('jumbo'), route: { page: 'assistant', assistant: 'jumbo' } },
  { path: '/a/jumbo/', route: { page: 'assistant', assistant: 'jumbo' } },
  { path: conversationPath('jumbo', id), route: { page: 'conversation', assistant: 'jumbo', conversation: id } },
  {
    path: conversationPath('jumbo', id.toUpperCase()),
    route: { page: 'conversation', assistant: 'jumbo', conversation: id },
  },
  { path: '/a/', route: { page: 'unknown' } },
  { path: '/a/Jumbo', route: { page: 'unknown' } },
  { path: '/a/jumbo/c/', route: { page: 'unknown' } },
  { path: '/a/jumbo/c/../../x', route: { page: 'unknown' } },
  { path: '/settings', route: { page: 'unknown' } },
];

test.each(cases)('$path', ({ path, route }) => {
  expect(parseRoute(path)).toEqual(route);
});

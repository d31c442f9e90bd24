import { expect, test } from 'vitest';
import { readFilters } from '../filters.ts';
import { conversationsPath, readConversationFilters } from './conversation-filters.ts';

const pathOf = (written: object, cursor: string | null = null) =>
  conversationsPath(readFilters(written), readConversationFilters(written), {
    now: new Date('2026-12-01T12:00:00Z'),
    timeZone: 'UTC',
    cursor,
  });

test.each([
  { written: {}, query: 'from=2026-11-02&to=2026-12-01&timeZone=UTC&limit=50' },
  {
    written: { range: '7d', brand: 'jumbo', outcome: 'abandoned', fallback: true },
    query: 'from=2026-11-25&to=2026-12-01&timeZone=UTC&limit=50&brand=jumbo&outcome=abandoned&fallback=true',
  },
  {
    written: { day: '2026-11-20', model: 'xai/grok-4.3', rating: 1 },
    query: 'from=2026-11-20&to=2026-11-20&timeZone=UTC&limit=50&rating=1&model=xai%2Fgrok-4.3',
  },
  {
    written: { outcome: 'great', rating: 9, rated: 'yes', person: 'x', day: 'today' },
    query: 'from=2026-11-02&to=2026-12-01&timeZone=UTC&limit=50',
  },
])('$written', ({ written, query }) => {
  expect(pathOf(written)).toBe(`/api/v1/admin/conversations?${query}`);
});

test('the page after another', () => {
  expect(pathOf({}, 'abc')).toContain('&cursor=abc');
});

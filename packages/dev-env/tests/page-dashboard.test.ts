import type { AnalyticsDashboard } from '@rapport/wire';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { brokenRules, DEVICES, describePage, LAPTOP, sidewaysOverflow } from '../src/index.ts';

const OPERATOR_TOKEN = 'op-9Tq2kR4vX7mL1tW8zB3nC6dH5jS0pG-page-test';
const QUESTION = 'How often should I wash 4C hair?';
// A vendor that nobody answers for, so that there is a breaker to look at.
const ENVIRONMENT = {
  OPERATOR_TOKEN,
  GROQ_API_KEY: 'gsk_0123456789abcdefghijklmnopqrstuv',
  GROQ_BASE_URL: 'http://127.0.0.1:9/openai/v1',
  REPLY_CACHE_MAX_ENTRIES: '0',
};

describePage('the dashboard', ENVIRONMENT, (walks) => {
  const at = (place: string) => `/dashboard/${place}`;
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

  /** Comes to the dashboard with the operator token of this tab. */
  async function come(place = 'overview', options: Parameters<typeof walks.visit>[0] = LAPTOP): Promise<Page> {
    // The first call comes without a token.
    walks.expectProblems(/401/);
    const { page } = await walks.visit(options, at(place));
    await page.getByLabel('Operator token').fill(OPERATOR_TOKEN);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByLabel('Operator token').waitFor({ state: 'detached' });
    return page;
  }

  /** Has the figures made that a worker makes every minute. */
  async function rollUp(): Promise<void> {
    const call = (method: string, path: string, body?: object) =>
      walks.test.request(method, path, { token: OPERATOR_TOKEN, ...(body === undefined ? {} : { body }) });
    await call('POST', '/api/v1/admin/jobs/roll-up-analytics/run', {});
    await expect
      .poll(
        async () => {
          const { conversations } = (await call('GET', '/analytics/dashboard')).json<AnalyticsDashboard>();
          return conversations.turns;
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(0);
  }

  const cellOf = (page: Page, row: string): Locator => page.getByRole('row', { name: row });

  describe('who may see it', () => {
    it('is told both ways in, and that a token was not taken', async () => {
      walks.expectProblems(/401/);
      const { page } = await walks.visit(LAPTOP, at('overview'));
      await heading(page, 'This is for the people who run the assistants').waitFor();
      await page.getByLabel('Operator token').fill('wrong-token');
      await page.getByRole('button', { name: 'Enter' }).click();
      await page.getByText('This token was not taken.').waitFor();
      expect(await brokenRules(page)).toEqual([]);
      await page.getByLabel('Operator token').fill(OPERATOR_TOKEN);
      await page.getByRole('button', { name: 'Enter' }).click();
      await heading(page, 'Overview').waitFor();
    });

    it('is not a customer, whose account gives no way in', async () => {
      walks.expectProblems(/401/);
      const visitor = await walks.visit();
      await visitor.begin('Jumbo');
      await visitor.page.goto(walks.test.url + at('overview'));
      await heading(visitor.page, 'This is for the people who run the assistants').waitFor();
    });
  });

  it('leads from a chart to a conversation, its trace and its prompt', async () => {
    const person = await walks.test.guest();
    const { message } = await person.say('sienna', QUESTION);
    await person.request('POST', `/api/v1/messages/${message.id}/feedback`, { body: { rating: 5 } });
    await rollUp();
    const page = await come();
    await heading(page, 'Overview').waitFor();
    await page.getByRole('button', { name: /^Show as a table ?: Conversations and turns by day/ }).click();
    const table = page.getByRole('table', { name: 'Conversations and turns by day' });
    await table.getByRole('button').last().click();
    await heading(page, 'Conversations').waitFor();
    expect(page.url()).toMatch(/day=/);
    await page.getByRole('link', { name: QUESTION }).first().click();
    await heading(page, QUESTION).waitFor();
    await page.getByText('Rated 5 of 5').waitFor();
    await page.getByText('What went into it').last().click();
    await page.getByText('Passages', { exact: true }).waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.getByRole('link', { name: 'Conversations' }).last().click();
    await heading(page, 'Conversations').waitFor();
  });

  it('keeps what is chosen in the address, over a reload and the way back', async () => {
    const page = await come();
    await page.getByLabel('Days', { exact: true }).selectOption({ label: '7 days' });
    await page.getByLabel('Brand').selectOption({ label: 'Jumbo' });
    await page.waitForURL(/range=7d.*brand=jumbo|brand=jumbo.*range=7d/);
    await page.getByLabel('Compare with the days before').check();
    await page.reload();
    await page.getByLabel('Days', { exact: true }).waitFor();
    expect(await page.getByLabel('Days', { exact: true }).inputValue()).toBe('7d');
    expect(await page.getByLabel('Compare with the days before').isChecked()).toBe(true);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes('compare'));
    expect(await page.getByLabel('Compare with the days before').isChecked()).toBe(false);
  });

  it('shows days of one’s own choice, which a link carries', async () => {
    const page = await come('conversations');
    await page.getByLabel('Days', { exact: true }).selectOption({ label: 'Own days' });
    await page.getByLabel('First day').fill('2026-03-09');
    await page.getByLabel('Last day').fill('2026-03-02');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.getByRole('alert').getByText('The first day must not be after the last').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.getByLabel('First day').fill('2026-03-01');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await page.waitForURL(/from=2026-03-01.*to=2026-03-02/);
    await page.getByText('There is no such conversation').waitFor();
    await page.reload();
    await page.getByLabel('First day').waitFor();
    expect(await page.getByLabel('Last day').inputValue()).toBe('2026-03-02');
    await page.getByLabel('Days', { exact: true }).selectOption({ label: '7 days' });
    await page.waitForURL((url) => !url.search.includes('from='));
  });

  it('resets a breaker', async () => {
    const person = await walks.test.guest();
    for (let turn = 0; turn < 6; turn += 1) await person.say('jumbo', `Day ${turn} was long, and I am tired`);
    const page = await come('models');
    const row = cellOf(page, 'groq/openai/gpt-oss-120b').first();
    await row.getByText('open', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Reset groq/openai/gpt-oss-120b' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click();
    await row.getByText('closed', { exact: true }).waitFor();
    expect(await brokenRules(page)).toEqual([]);
  });

  it('runs a campaign dry, pauses it and lets it go on', async () => {
    const page = await come('campaigns');
    await page.getByRole('link', { name: 'a-week-since' }).click();
    await heading(page, 'a-week-since').waitFor();
    await page.getByRole('button', { name: 'Look' }).click();
    await page
      .getByText(/As of|Nobody would get it now/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText(/^Paused since/).waitFor();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    expect(await brokenRules(page)).toEqual([]);
  });

  it('takes a conversation over while the person talks, and gives it back', async () => {
    const visitor = await walks.visit();
    await visitor.begin('Sienna');
    await visitor.ask('Can I talk to a real person about my loyalty points?');
    await visitor.ask('mia@example.com');
    const page = await come('hand-off');
    await page.getByRole('row').filter({ hasText: 'Asked for a person' }).getByRole('link').first().click();
    await page.getByLabel('Your name, as the person sees it').fill('Naomi');
    await page.getByRole('button', { name: 'Take the conversation' }).click();
    await page.getByLabel('Answer as Naomi').fill('Hello Mia, I have your points in front of me.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await visitor.page.bringToFront();
    await visitor.page.getByText('I have your points in front of me.').first().waitFor();
    await visitor.say('Thank you! How many are there?');
    await page.bringToFront();
    await page.getByRole('list', { name: 'Conversation' }).getByText('How many are there?').waitFor();
    await page.getByRole('button', { name: 'Give it back to the assistant' }).click();
    await page.getByRole('button', { name: 'Take the conversation' }).waitFor();
    await page.getByRole('button', { name: 'Resolve the case' }).click();
    await page.getByText('This case is resolved.').waitFor();
    expect(await brokenRules(page)).toEqual([]);
  });

  const PLACES = [
    ['overview', 'Overview'],
    ['conversations', 'Conversations'],
    ['hand-off', 'Hand-off'],
    ['journey', 'Journey'],
    ['moods', 'Moods'],
    ['experiments', 'Experiments'],
    ['predictions', 'Predictions'],
    ['knowledge', 'Knowledge'],
    ['catalogue', 'Catalogue'],
    ['cache', 'Cache'],
    ['safety', 'Safety'],
    ['campaigns', 'Campaigns'],
    ['models', 'Models'],
    ['alerts', 'Alerts'],
    ['jobs', 'Jobs'],
  ] as const;

  it.each(DEVICES)('breaks no rule of accessibility on $device, and never scrolls sideways', async ({ options }) => {
    const page = await come('overview', { ...options, reducedMotion: 'reduce' });
    // No forecast was made yet, which is said by a 404.
    walks.expectProblems(/401|404/);
    const broken: Record<string, unknown> = {};
    for (const [place, name] of PLACES) {
      await page.goto(walks.test.url + at(place));
      await heading(page, name).waitFor();
      await page.getByText('Loading', { exact: true }).first().waitFor({ state: 'detached' });
      broken[place] = [await brokenRules(page), await sidewaysOverflow(page)];
    }
    expect(broken).toEqual(Object.fromEntries(PLACES.map(([place]) => [place, [[], 0]])));
  });

  it('says what went wrong and tries again', async () => {
    const page = await come('jobs');
    walks.expectProblems(/401|503/);
    await page.route('**/api/v1/admin/alerts*', (route) => route.fulfill({ status: 503, body: 'no' }));
    await page.getByRole('link', { name: 'Alerts' }).click();
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).first().waitFor();
    expect(await brokenRules(page)).toEqual([]);
    await page.unroute('**/api/v1/admin/alerts*');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByRole('button', { name: 'Try again' }).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'What is wrong' }).waitFor();
  });

  it('speaks Spanish where the browser does', async () => {
    walks.expectProblems(/401/);
    const { page } = await walks.visit({ ...LAPTOP, locale: 'es-MX' }, at('alerts'));
    await page.getByLabel('Token de operador').fill(OPERATOR_TOKEN);
    await page.getByRole('button', { name: 'Entrar' }).click();
    await heading(page, 'Alertas').waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('es');
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { brokenRules, DEVICES, describePage, LAPTOP, sidewaysOverflow, type Visitor } from '../src/index.ts';

const PLACES = ['memories', 'moods', 'hair', 'journey', 'inbox', 'privacy', 'account'] as const;
const PASSWORD = 'correct horse battery';

describePage('about me', {}, (walks) => {
  const goTo = (page: Page, place: string) => page.goto(`${walks.test.url}/me/${place}`);
  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

  /** A guest who told Jumbo a name and then each of these. */
  async function toldJumbo(options: Parameters<typeof walks.visit>[0], ...messages: string[]): Promise<Visitor> {
    const visitor = await walks.visit(options);
    await visitor.begin('Jumbo');
    for (const message of ['Call me Bo', ...messages]) await visitor.ask(message);
    return visitor;
  }

  const userOf = (page: Page): Promise<string> =>
    page.evaluate("JSON.parse(localStorage.getItem('rapport.session')).user.id") as Promise<string>;

  /** Chooses whose pages are open before they are. */
  const choose = (page: Page, assistant: string) =>
    page.evaluate(`localStorage.setItem('rapport.about-me.assistant', '${assistant}')`);

  it('tells someone who never talked that nothing is kept, and makes no guest of them', async () => {
    const { page } = await walks.visit();
    for (const place of PLACES) {
      await goTo(page, place);
      await page.getByText('Nothing is kept about you').waitFor();
    }
    expect(walks.requestsMade('POST', '/api/v1/auth/guest')).toBe(0);
  });

  it('shows what was told with its sentence, lets it be corrected, and forgets it so that it is not answered again', async () => {
    const visitor = await toldJumbo(
      LAPTOP,
      'My sister Ottilie lives in Ghent.',
      'We adopted a hamster called Professor.',
    );
    const { page } = visitor;
    await choose(page, 'jumbo');
    await goTo(page, 'memories');
    const list = page.getByRole('list', { name: 'What is remembered' });
    const row = (text: string) => list.getByRole('listitem').filter({ hasText: text });
    await row('Ottilie lives in Ghent').getByText('“My sister Ottilie lives in Ghent.”').first().waitFor();

    await page.getByRole('searchbox', { name: 'Search memories' }).fill('hamster');
    await row('Professor').first().waitFor();
    await page.getByRole('searchbox', { name: 'Search memories' }).fill('');

    await page.getByRole('button', { name: /What to do with: Your sister Ottilie lives in Ghent/ }).click();
    await page.getByRole('menuitem', { name: 'Correct' }).click();
    await page.getByRole('textbox', { name: 'What is right?' }).fill('My sister Ottilie lives in Bruges');
    await page.getByRole('button', { name: 'Save' }).click();
    await row('Ottilie lives in Bruges').first().waitFor();
    await page.getByRole('combobox', { name: 'Which' }).selectOption('superseded');
    await row('lives in Ghent').getByText('No longer true').first().waitFor();
    await page.getByRole('combobox', { name: 'Which' }).selectOption('active');

    await page.getByRole('button', { name: /What to do with: .*Bruges/ }).click();
    await page.getByRole('menuitem', { name: 'Forget' }).click();
    await page.getByText('It is not learnt again').waitFor();
    await row('Bruges').waitFor({ state: 'detached' });

    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Forget all that Jumbo knows' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Forget everything' }).click();
    await page.getByText('Nothing is remembered yet').waitFor();
    await page.goto(`${walks.test.url}/a/jumbo`);
    await visitor.field.waitFor();
    await visitor.ask('Where does my sister live?');
    expect(await visitor.latest.textContent()).not.toMatch(/Ghent|Bruges/);
  });

  it('takes back a forgotten memory as the person’s own words, and leads to the conversation it came from', async () => {
    const { page } = await toldJumbo(LAPTOP, 'I work as a nurse at night');
    await choose(page, 'jumbo');
    await goTo(page, 'memories');
    await page.getByRole('button', { name: 'What to do with: You are a nurse.' }).click();
    await page.getByRole('menuitem', { name: 'Forget' }).click();
    await page.getByRole('button', { name: 'Keep it after all' }).click();
    await page.getByText('Written by you').waitFor();
    await page.getByRole('button', { name: 'Add one' }).click();
    await page.getByRole('textbox', { name: 'What should be remembered?' }).fill('I am vegetarian.');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('listitem').filter({ hasText: 'I am vegetarian.' }).waitFor();
  });

  it('keeps nothing new where memory is off, and says so', async () => {
    const visitor = await toldJumbo(LAPTOP);
    const { page } = visitor;
    await choose(page, 'jumbo');
    await goTo(page, 'memories');
    await page.getByRole('switch', { name: 'Remember what I tell' }).click();
    await page.getByText('Memory is off: nothing new is kept.').waitFor();
    await page.goto(`${walks.test.url}/a/jumbo`);
    await visitor.field.waitFor();
    await visitor.ask('My sister Ottilie lives in Ghent.');
    await goTo(page, 'memories');
    await page.getByRole('searchbox', { name: 'Search memories' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('listitem').filter({ hasText: 'Ottilie' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Switch on' }).click();
    await page.getByText('Memory is off').waitFor({ state: 'detached' });
  });

  it('draws moods day by day and as a table, with what they say in words, and deletes them', async () => {
    const { page } = await toldJumbo(LAPTOP, 'I feel so sad and lonely', 'I am so happy today');
    const user = await userOf(page);
    await walks.test.app.database.pool.query(
      "update turns set started_at = started_at - interval '3 days' where user_id = $1 and summary -> 'mood' ->> 'label' = 'sad and lonely'",
      [user],
    );
    await choose(page, 'jumbo');
    await goTo(page, 'moods');
    const chart = page.getByRole('figure', { name: 'Your days' });
    await chart.getByRole('application').waitFor();
    await page.getByText('said something of a mood').waitFor();
    await page.getByText('Sad and lonely').waitFor();
    await chart.getByRole('button', { name: /Show as a table/ }).click();
    const table = chart.getByRole('table', { name: 'Your days' });
    expect(await table.getByRole('row').count()).toBe(31);
    expect(await table.getByText('None').count()).toBe(2 * 28);
    await page.getByRole('radio', { name: '7 days' }).check({ force: true });
    await expect.poll(() => table.getByRole('row').count()).toBe(8);
    await page.getByRole('button', { name: 'Delete the moods Jumbo heard' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete moods' }).click();
    await page.getByText('Jumbo heard no moods in this time').waitFor();
    await page.getByRole('switch', { name: 'Note my moods' }).click();
    await page.getByText('Moods are switched off').waitFor();
  });

  async function toldSienna(options: Parameters<typeof walks.visit>[0], ...messages: string[]): Promise<Visitor> {
    const visitor = await walks.visit(options);
    await visitor.begin('Sienna');
    for (const message of messages) await visitor.ask(message);
    return visitor;
  }

  it('shows the hair profile with how it is known, and takes what the person enters and removes', async () => {
    const { page } = await toldSienna(LAPTOP, 'My hair is 4C with low porosity. How do I keep it moist?');
    await goTo(page, 'hair');
    const fields = page.getByRole('list', { name: 'My hair' });
    const field = (name: string) =>
      fields.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });
    await field('Porosity').getByText('Low porosity', { exact: false }).first().waitFor();
    await field('Porosity')
      .getByText(/You said so/)
      .waitFor();
    await page.getByRole('button', { name: 'Change: Porosity' }).click();
    await page.getByRole('radio', { name: 'High porosity' }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await field('Porosity')
      .getByText(/You entered it/)
      .waitFor();
    await page.getByRole('button', { name: 'Remove: Porosity' }).click();
    await field('Porosity').getByText('Not known yet').waitFor();
  });

  it('draws the journey with the words that moved them, and lets them say how to be spoken to and what came of advice', async () => {
    const { page } = await toldSienna(
      LAPTOP,
      'Thinking about stopping relaxers. Is going natural hard?',
      'I did it, did the big chop last night! What do I put on my hair now?',
    );
    await goTo(page, 'journey');
    await page.getByText('You are at: Transition.').waitFor();
    expect(await page.locator('[aria-current="step"]').textContent()).toContain('Transition');
    await page.getByText('“big chop”').first().waitFor();
    await page.getByRole('radio', { name: /Short of time/ }).check();
    await page.getByText('You chose: Short of time.').waitFor();
    const outcome = page.getByRole('combobox', { name: /What came of/ }).first();
    await outcome.selectOption('worked');
    await page.getByRole('listitem').filter({ hasText: 'It worked ·' }).first().waitFor();
  });

  /** Leaves a message in someone's inbox as a campaign does. */
  const leaveMessage = (user: string, text: string) =>
    walks.test.app.database.pool.query(
      `insert into campaign_sends (user_id, id, assistant, campaign, occasion, channel, happened_at, due_at, next_at, planned_at, state, text, decided_at)
       values ($1, $2, 'sienna', 'welcome-back', $3, 'inbox', now(), now(), now(), now(), 'sent', $4, now())`,
      [user, crypto.randomUUID(), crypto.randomUUID(), text],
    );

  it('counts what is new in the inbox until it is opened, and leads to an answer', async () => {
    const { page } = await toldSienna(LAPTOP, 'Hello!');
    await leaveMessage(await userOf(page), 'How is wash day going?');
    await goTo(page, 'inbox');
    await page.getByText('1 new message').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: /Sienna.*New/ }).click();
    await page.getByText('1 new message').waitFor({ state: 'detached' });
    await page.getByRole('switch', { name: 'In the inbox' }).click();
    await expect.poll(() => page.getByRole('switch', { name: 'In the inbox' }).isChecked()).toBe(false);
    await page.getByRole('link', { name: 'Answer Sienna' }).click();
    await page.waitForURL(/\/a\/sienna/);
  });

  it('has quiet hours, hands over all that is held, and erases it with a receipt to keep', async () => {
    const { page } = await toldJumbo(LAPTOP, 'My sister Ottilie lives in Ghent.');
    const user = await userOf(page);
    await goTo(page, 'privacy');
    await page.getByRole('switch', { name: 'Quiet hours' }).click();
    await page.getByLabel('From').fill('21:30');
    await page.getByRole('textbox', { name: 'Year of birth' }).fill('2999');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('not in the future').waitFor();
    walks.expectProblems(/400/);
    await page.reload();
    expect(await page.getByLabel('From').inputValue()).toBe('21:30');

    const [exported] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download my data' }).click(),
    ]);
    expect(exported.suggestedFilename()).toBe('my-data.json');

    await page.getByRole('button', { name: 'Erase everything' }).click();
    const dialog = page.getByRole('alertdialog');
    expect(await dialog.getByRole('button', { name: 'Erase everything' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox', { name: /Type “erase”/ }).fill('erase');
    await dialog.getByRole('button', { name: 'Erase everything' }).click();
    await heading(page, 'You are erased').waitFor();
    await page.getByRole('row', { name: /messages \d+/i }).waitFor();
    const [receipt] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the receipt' }).click(),
    ]);
    expect(receipt.suggestedFilename()).toMatch(/^erasure-.*\.json$/);
    const left = await walks.test.app.database.pool.query('select id from users where id = $1', [user]);
    expect(left.rowCount).toBe(0);
  });

  it('keeps a guest as an account, changes the password, and signs another device out', async () => {
    const { page } = await toldJumbo(LAPTOP);
    await goTo(page, 'account');
    await page.getByRole('textbox', { name: 'E-mail' }).fill('bo@example.com');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('bo@example.com').waitFor();
    const login = { email: 'bo@example.com', password: PASSWORD };
    const other = await walks.test.request('POST', '/api/v1/auth/login', { body: login });
    await page.reload();
    await page.getByRole('button', { name: /^Sign out the place/ }).click();
    await page.getByRole('button', { name: /^Sign out the place/ }).waitFor({ state: 'detached' });
    const { refreshToken } = other.json<{ refreshToken: string }>();
    const refreshed = await walks.test.request('POST', '/api/v1/auth/refresh', { body: { refreshToken } });
    expect(refreshed.status).toBe(401);
    walks.expectProblems(/400/);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByLabel('Current password').fill('not my password');
    await page.getByLabel('New password').fill('a better password');
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('That is not your password.').waitFor();
    await page.getByLabel('Current password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Change password' }).click();
    await page.getByText('Password changed.').waitFor();
  });

  it('says what went wrong, and reads again when asked', async () => {
    walks.expectProblems(/503/);
    const { page } = await toldJumbo(LAPTOP);
    let isBroken = true;
    await page.route('**/api/v1/memories?*', (route) =>
      isBroken
        ? route.fulfill({
            status: 503,
            contentType: 'application/problem+json',
            headers: { 'retry-after': '1' },
            body: JSON.stringify({ code: 'DATABASE_CONNECTION_ERROR', detail: '', retryable: true }),
          })
        : route.continue(),
    );
    await goTo(page, 'memories');
    await page.getByRole('alert').getByText('We can’t reach our records right now').waitFor();
    expect(await brokenRules(page)).toEqual([]);
    isBroken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page
      .getByRole('list', { name: 'What is remembered' })
      .or(page.getByText('Nothing is remembered yet'))
      .waitFor();
  });

  it('speaks Spanish', async () => {
    const { page } = await walks.visit({ ...LAPTOP, locale: 'es-MX' });
    await goTo(page, 'memories');
    await page.getByText('No se guarda nada sobre ti').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('es');
    await page.getByRole('link', { name: 'Privacidad' }).waitFor();
  });

  describe.each(DEVICES)('on $device', ({ options }) => {
    const calm = { ...options, reducedMotion: 'reduce' } as const;
    const settle = async (page: Page) => {
      await page.waitForLoadState('networkidle');
      await page.locator('main [role="status"] .animate-pulse').first().waitFor({ state: 'detached' });
    };

    it('breaks no rule of accessibility, with nothing to show and with all of it', async () => {
      const { page } = await walks.visit(calm);
      for (const place of PLACES) {
        await goTo(page, place);
        await page.getByText('Nothing is kept about you').waitFor();
        expect(await brokenRules(page), `${place}, nobody`).toEqual([]);
      }
      const full = await toldSienna(
        calm,
        'My hair is 4C with low porosity.',
        'I did the big chop last night, what now?',
      );
      const user = await userOf(full.page);
      await leaveMessage(user, 'How is wash day going?');
      for (const assistant of ['jumbo', 'sienna']) {
        await choose(full.page, assistant);
        for (const place of PLACES) {
          await goTo(full.page, place);
          await settle(full.page);
          expect(await brokenRules(full.page), `${place}, ${assistant}`).toEqual([]);
          expect(await sidewaysOverflow(full.page), place).toBe(0);
        }
      }
    });
  });
});

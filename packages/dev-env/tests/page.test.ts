import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { brokenRules, DEVICES, describePage, PHONE, sidewaysOverflow, type Visitor } from '../src/index.ts';

// Past 300 lines: every case needs the one server and the one browser below, which take longer to start than to use.

/** A message long enough to be answered while something happens to the connection, at the pace set below. */
const QUESTION = 'How do I detangle my hair without breakage?';
const PASSWORD = 'correct horse battery';

const textOf = async (locator: Locator): Promise<string> => (await locator.textContent()) ?? '';

// A reply that was kept is there at once: nothing would be under way.
const ENVIRONMENT = { BUILTIN_MODEL_WORDS_PER_SECOND: '40', REPLY_CACHE_MAX_ENTRIES: '0' };

describePage('the page', ENVIRONMENT, (walks) => {
  const { visit, openTab } = walks;

  async function signUp({ page }: Visitor, email: string): Promise<void> {
    await page.getByRole('button', { name: 'Sign up' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill(email);
    await dialog.getByLabel('Password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('button', { name: 'Account', exact: true }).waitFor();
  }

  const sources = ({ page }: Visitor) => page.getByRole('list', { name: 'Sources' }).getByRole('link');
  const suggestions = ({ page }: Visitor) => page.getByRole('list', { name: 'You might say' }).getByRole('button');

  describe.each(DEVICES)('on $device', ({ options }) => {
    it('lets a guest choose an assistant, talk, and find everything again after a reload', async () => {
      const visitor = await visit(options);
      await visitor.begin('Sienna');
      await visitor.page.getByText("I'm Sienna, an AI guide").waitFor();
      await visitor.say('How often should I wash 4C hair?');
      await visitor.page.getByRole('button', { name: 'Stop' }).waitFor();
      await visitor.replied();
      await sources(visitor).first().waitFor();
      const text = await textOf(visitor.latest);
      const offered = await suggestions(visitor).allInnerTexts();
      expect(text.length).toBeGreaterThan(60);
      expect(offered).not.toEqual([]);
      expect(await sidewaysOverflow(visitor.page)).toBe(0);
      await visitor.page.reload();
      await visitor.articles.nth(2).waitFor();
      expect(await visitor.articles.count()).toBe(3);
      expect(await textOf(visitor.latest)).toBe(text);
      expect(await suggestions(visitor).allInnerTexts()).toEqual(offered);
      expect(await sidewaysOverflow(visitor.page)).toBe(0);
      expect(walks.requestsMade('PATCH', '/api/v1/profile')).toBe(1);
    });
  });

  it('shows the reply as it comes, and stops it', async () => {
    const visitor = await visit();
    await visitor.begin('Sienna');
    await visitor.say(QUESTION);
    await visitor.page.getByRole('button', { name: 'Stop' }).click();
    await visitor.page.getByText('You stopped this reply').waitFor();
    await visitor.page.reload();
    await visitor.page.getByText('You stopped this reply').waitFor();
  });

  it('learns a name, keeps the guest as an account, and welcomes them back by name', async () => {
    const visitor = await visit();
    await visitor.begin('Jumbo');
    await visitor.latest.getByText('what should I call you?').waitFor();
    await visitor.ask('Harsha');
    await visitor.latest.getByText('Harsha').waitFor();
    await signUp(visitor, 'harsha@example.com');
    expect(await visitor.articles.count()).toBe(3);
    await visitor.page.getByRole('link', { name: 'New conversation' }).first().click();
    await visitor.page.getByText('Hey Harsha, welcome back!').waitFor();
  });

  it('shows a conversation with its sources on another device', async () => {
    const laptop = await visit();
    await laptop.begin('Sienna');
    await laptop.ask(QUESTION);
    await signUp(laptop, 'ada@example.com');
    const text = await textOf(laptop.latest);
    const phone = await visit(PHONE);
    await phone.page.getByRole('button', { name: 'Sign up' }).click();
    await phone.page.getByRole('button', { name: 'I have an account' }).click();
    await phone.page.getByRole('textbox', { name: 'E-mail' }).fill('ada@example.com');
    await phone.page.getByLabel('Password').fill(PASSWORD);
    await phone.page.getByRole('button', { name: 'Sign in' }).click();
    await phone.page.getByRole('link', { name: QUESTION }).click();
    await sources(phone).first().waitFor();
    expect(await textOf(phone.latest)).toBe(text);
  });

  describe('a reply under way', () => {
    it('is resumed after a reload', async () => {
      const visitor = await visit();
      await visitor.begin('Sienna');
      await visitor.say(QUESTION);
      await visitor.page.getByRole('button', { name: 'Stop' }).waitFor();
      await visitor.page.reload();
      await sources(visitor).first().waitFor();
      expect(await visitor.articles.count()).toBe(3);
    });

    it('is resumed when the device is back online, with no word lost or doubled', async () => {
      walks.expectProblems(/ERR_INTERNET_DISCONNECTED/);
      const visitor = await visit();
      await visitor.begin('Sienna');
      await visitor.say(QUESTION);
      await visitor.latest.getByText('is writing').waitFor({ state: 'detached' });
      await visitor.page.context().setOffline(true);
      await visitor.page.getByText('You’re offline.').waitFor();
      await visitor.page.context().setOffline(false);
      await sources(visitor).first().waitFor();
      const text = await textOf(visitor.latest);
      await visitor.page.reload();
      await sources(visitor).first().waitFor();
      expect(await textOf(visitor.latest)).toBe(text);
      expect(await visitor.articles.count()).toBe(3);
    });

    it('shows in a second tab of the same person', async () => {
      const visitor = await visit();
      await visitor.begin('Sienna');
      await visitor.say(QUESTION);
      await visitor.page.getByRole('button', { name: 'Stop' }).waitFor();
      const second = await openTab(visitor.page.context(), new URL(visitor.page.url()).pathname);
      await Promise.all([sources(visitor).first().waitFor(), sources(second).first().waitFor()]);
      expect(await second.articles.allInnerTexts()).toEqual(await visitor.articles.allInnerTexts());
      expect(await second.articles.count()).toBe(3);
    });
  });

  it('tells a second tab who signed in, and who left', async () => {
    const visitor = await visit();
    const second = await openTab(visitor.page.context());
    // A tab in the background is drawn once a second, which is slow to click in.
    await visitor.page.bringToFront();
    await signUp(visitor, 'grace@example.com');
    await second.page.bringToFront();
    await second.page.getByRole('button', { name: 'Account', exact: true }).click();
    await second.page.getByRole('button', { name: 'Sign out' }).click();
    await visitor.page.getByRole('button', { name: 'Sign up' }).waitFor();
  });

  describe('someone in crisis', () => {
    // The locale is that of most devices sold anywhere: where one is, the clock tells.
    it.each([
      { timezoneId: 'America/New_York', hrefs: ['tel:988', 'tel:911'] },
      { timezoneId: 'Europe/London', hrefs: ['tel:116123', 'tel:999'] },
      { timezoneId: 'Asia/Kolkata', hrefs: ['tel:14416', 'https://findahelpline.com/', 'tel:112'] },
      { timezoneId: 'Asia/Tokyo', hrefs: ['https://findahelpline.com/'] },
    ])('finds a number to tap in $timezoneId, also after a reload', async ({ timezoneId, hrefs }) => {
      const visitor = await visit({ ...PHONE, timezoneId });
      await visitor.begin('Jumbo');
      await visitor.ask("I don't want to be alive anymore");
      const contacts = () =>
        visitor.latest.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      await visitor.latest.getByText('killing yourself').waitFor();
      expect(await contacts()).toEqual(hrefs);
      await visitor.page.reload();
      await visitor.latest.getByText('killing yourself').waitFor();
      expect(await contacts()).toEqual(hrefs);
    });
  });

  describe('the keyboard', () => {
    it('is all one needs', async () => {
      const { page, articles, latest, field, replied } = await visit();
      const focused = page.locator(':focus');
      const tabTo = async (name: string, key = 'Tab') => {
        for (let step = 0; step < 20; step += 1) {
          await page.keyboard.press(key);
          if ((await textOf(focused)).includes(name) || (await focused.getAttribute('aria-label')) === name) return;
        }
        throw new Error(`${key} does not lead to ${name}`);
      };
      await page.getByRole('link', { name: 'Talk with Jumbo' }).waitFor();
      await tabTo('Talk with Jumbo');
      await page.keyboard.press('Enter');
      await articles.first().waitFor();
      await page.waitForFunction('document.activeElement.id === "message"');
      await page.keyboard.type('Harsha');
      await page.keyboard.press('Shift+Enter');
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Enter');
      await latest.getByText('Harsha').waitFor();
      await replied();
      await page.keyboard.type('I had a long day');
      await page.keyboard.press('Enter');
      await page.getByRole('list', { name: 'You might say' }).waitFor();
      await page.keyboard.press('Shift+Tab');
      const suggestion = await textOf(focused);
      await page.keyboard.press('Enter');
      await articles.getByText(suggestion, { exact: true }).waitFor();
      expect(await field.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
      await replied();
      await tabTo('Sign up', 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(await textOf(focused)).toContain('Sign up');
    });

    it('sends nothing while an input method is composing', async () => {
      const visitor = await visit();
      await visitor.begin('Jumbo');
      await visitor.field.focus();
      const devtools = await visitor.page.context().newCDPSession(visitor.page);
      await devtools.send('Input.imeSetComposition', { text: 'はる', selectionStart: 2, selectionEnd: 2 });
      await visitor.page.keyboard.press('Enter');
      expect(await visitor.articles.count()).toBe(1);
      await visitor.field.fill('ハル');
      await visitor.page.keyboard.press('Enter');
      await visitor.articles.nth(2).waitFor();
      await visitor.replied();
    });
  });

  it.each(DEVICES)('breaks no rule of accessibility on $device', async ({ options }) => {
    walks.expectProblems(/503/);
    const { page, begin, ask, say, latest } = await visit({ ...options, reducedMotion: 'reduce' });
    const broken: Record<string, string[]> = {};
    const look = async (view: string) => {
      broken[view] = await brokenRules(page);
    };
    await page.getByRole('link', { name: 'Talk with Jumbo' }).waitFor();
    await look('the first page');
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByText('Enter your password.').waitFor();
    await look('the account dialog');
    await page.keyboard.press('Escape');
    await begin('Sienna');
    await look('a greeting');
    await ask(QUESTION);
    await page.getByRole('list', { name: 'Sources' }).waitFor();
    await look('a talk');
    await page.goto(walks.test.url);
    await begin('Jumbo');
    await ask("I don't want to be alive anymore");
    await latest.getByText('killing yourself').waitFor();
    await look('a crisis');
    await page.route('**/api/v1/chat', (route) => route.fulfill({ status: 503, body: 'no' }));
    await say('Hello');
    await page.getByRole('alert').getByRole('button', { name: 'Try again' }).waitFor();
    await look('a message that was not taken');
    await page.goto(`${walks.test.url}/a/nobody`);
    await page.getByText('There is no such page').waitFor();
    await look('a page that is not there');
    expect(broken).toEqual(Object.fromEntries(Object.keys(broken).map((view) => [view, []])));
    expect(Object.keys(broken)).toHaveLength(7);
  });
});

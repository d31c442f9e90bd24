import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { brokenRules, DEVICES, describePage, LAPTOP, PHONE } from '../src/index.ts';

const SECRET = 'cJ7tWq2nLz9vRb4xKs6mYd8pHf3gTa5e-of-the-shop';
const QUESTION = 'How often should I wash 4C hair?';

/** Stricter than most shops: no style of the page's own making is taken either. */
const policy = (rapport: string) =>
  `default-src 'none'; script-src ${rapport}; frame-src ${rapport}; style-src 'none'; connect-src 'none'`;

const ENVIRONMENT = {
  WIDGET_SITES: 'http://127.0.0.1:*',
  WIDGET_IDENTITY_SECRETS: `sienna-naturals=${SECRET}`,
  BUILTIN_MODEL_WORDS_PER_SECOND: '40',
  // A reply that was kept is there at once: nothing would be under way.
  REPLY_CACHE_MAX_ENTRIES: '0',
};

describePage('the widget on a foreign page', ENVIRONMENT, (walks) => {
  let shop: Server;
  let shopUrl: string;
  let attributes = '';
  beforeAll(async () => {
    shop = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('content-security-policy', policy(walks.test.url));
      response.end(
        `<!doctype html><html lang="en"><title>Shop</title><main><h1>Shop</h1><button>Buy</button></main><script async ${attributes} src="${walks.test.url}/widget/sienna.js"></script></html>`,
      );
    });
    await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
    shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => shop.close(resolve)));

  async function comeToShop(options: Parameters<typeof walks.visit>[0] = LAPTOP, more = ''): Promise<Page> {
    attributes = more;
    walks.allowOrigin(shopUrl);
    const { page } = await walks.visit(options, '/favicon.svg');
    await page.goto(shopUrl);
    await launcher(page).waitFor();
    return page;
  }
  const launcher = (page: Page) => page.getByRole('button', { name: /^(Chat with|Hablar con) Sienna/ });
  const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe[title="Sienna"]');
  const articles = (page: Page) => frameOf(page).getByRole('article');
  async function ask(page: Page, text: string): Promise<void> {
    const field = frameOf(page).getByRole('textbox');
    await field.fill(text);
    await field.press('Enter');
    await frameOf(page).getByRole('button', { name: 'Send' }).waitFor();
  }
  const tokenOf = (subject: string, name: string) =>
    new SignJWT({ name })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(subject)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(SECRET));

  it('asks for nothing but its script until it is opened', async () => {
    const page = await comeToShop();
    expect(walks.requestsMade('GET', '/widget/sienna.js')).toBe(1);
    expect(walks.requestsMade('GET', '/embed/sienna')).toBe(0);
    expect(walks.requestsMade('POST', '/api/v1/auth/guest')).toBe(0);
    expect(await page.evaluate('document.cookie')).toBe('');
  });

  it('lets a guest talk, and finds the talk again after the page was left', async () => {
    const page = await comeToShop();
    await launcher(page).click();
    await articles(page).first().waitFor();
    await ask(page, QUESTION);
    const said = await articles(page).last().textContent();
    await page.reload();
    await launcher(page).click();
    await articles(page).nth(2).waitFor();
    expect(await articles(page).last().textContent()).toBe(said);
  });

  it('closes by Escape, by its cross and by the page, and gives the focus back', async () => {
    const page = await comeToShop();
    const isFocused = () => launcher(page).evaluate((button) => button.matches(':focus'));
    await launcher(page).click();
    await articles(page).first().waitFor();
    await frameOf(page).getByRole('textbox').press('Escape');
    await page.locator('iframe').waitFor({ state: 'hidden' });
    expect(await isFocused()).toBe(true);
    await page.keyboard.press('Enter');
    await frameOf(page).getByRole('button', { name: 'Close' }).click();
    await page.locator('iframe').waitFor({ state: 'hidden' });
    await page.evaluate('rapport.open()');
    await page.locator('iframe').waitFor();
    await page.evaluate('rapport.close()');
    await page.locator('iframe').waitFor({ state: 'hidden' });
  });

  it('counts what comes while it is closed', async () => {
    const page = await comeToShop();
    await launcher(page).click();
    await articles(page).first().waitFor();
    const field = frameOf(page).getByRole('textbox');
    await field.fill(QUESTION);
    await field.press('Enter');
    await frameOf(page).getByRole('button', { name: 'Stop' }).waitFor();
    await page.evaluate('rapport.close()');
    await page.getByRole('button', { name: 'Chat with Sienna, 1 new' }).click();
    await page.getByRole('button', { name: 'Close the chat' }).waitFor();
  });

  describe('a customer of the shop', () => {
    it('is known by the token, keeps the guest’s talk, and has it on another device', async () => {
      const page = await comeToShop();
      await launcher(page).click();
      await articles(page).first().waitFor();
      await ask(page, QUESTION);
      const token = await tokenOf('ada', 'Ada');
      await Promise.all([
        page.waitForResponse((response) => response.url().endsWith('/auth/identify') && response.ok()),
        page.evaluate(`rapport.identify(${JSON.stringify(token)})`),
      ]);
      await articles(page).nth(2).waitFor();
      const phone = await comeToShop(PHONE);
      await phone.evaluate(`rapport.identify(${JSON.stringify(await tokenOf('ada', 'Ada'))}); rapport.open()`);
      await frameOf(phone).getByText(QUESTION).waitFor();
      expect(phone.url() + (await phone.locator('iframe').getAttribute('src'))).not.toContain('eyJ');
    });

    it('whose token is refused stays a guest, and the shop is told', async () => {
      walks.expectProblems(/401/);
      const page = await comeToShop();
      await page.evaluate("rapport.on('identity-refused', () => { document.title = 'refused' })");
      await page.evaluate("rapport.identify('forged'); rapport.open()");
      await articles(page).first().waitFor();
      await page.waitForFunction("document.title === 'refused'");
    });

    it('who signs out leaves nothing for the next', async () => {
      const page = await comeToShop();
      await page.evaluate(`rapport.identify(${JSON.stringify(await tokenOf('bo', 'Bo'))}); rapport.open()`);
      await articles(page).first().waitFor();
      await ask(page, QUESTION);
      await Promise.all([
        page.waitForResponse((response) => response.url().endsWith('/auth/logout')),
        page.evaluate('rapport.signOut()'),
      ]);
      // The question is among what one might begin with, too.
      await articles(page).filter({ hasText: QUESTION }).waitFor({ state: 'detached' });
      await articles(page).first().waitFor();
      expect(await articles(page).count()).toBe(1);
    });
  });

  it('speaks the language of the page, or the one its tag says', async () => {
    const page = await comeToShop(LAPTOP, 'data-language="es-MX"');
    await page.getByRole('button', { name: 'Hablar con Sienna' }).click();
    await frameOf(page).getByRole('button', { name: 'Nueva conversación' }).waitFor();
    await page.getByRole('button', { name: 'Cerrar el chat' }).waitFor();
  });

  it('fills a phone, and stands beside the page on a laptop', async () => {
    const phone = await comeToShop(PHONE);
    await launcher(phone).click();
    await articles(phone).first().waitFor();
    const box = await phone.locator('iframe').boundingBox();
    expect([box?.width, box?.height]).toEqual([PHONE.viewport.width, PHONE.viewport.height]);
    expect(await phone.getByRole('button', { name: 'Close the chat' }).isVisible()).toBe(false);
    const laptop = await comeToShop();
    await launcher(laptop).click();
    await laptop.getByRole('button', { name: 'Buy' }).click();
  });

  it('is not framed by a site that nobody named', async () => {
    walks.expectProblems(/frame-ancestors|Framing/);
    // The same shop by another name, which is another site.
    const foreign = shopUrl.replace('127.0.0.1', 'localhost');
    walks.allowOrigin(foreign);
    const { page } = await walks.visit(LAPTOP, '/favicon.svg');
    await page.goto(foreign);
    await launcher(page).waitFor();
    const refusal = page.waitForEvent('console', (entry) => entry.text().includes('frame-ancestors'));
    await launcher(page).click();
    await refusal;
  });

  it.each(DEVICES)('breaks no rule of accessibility on $device', async ({ options }) => {
    const page = await comeToShop({ ...options, reducedMotion: 'reduce' });
    await launcher(page).click();
    await articles(page).first().waitFor();
    await ask(page, QUESTION);
    const { page: alone } = await walks.visit({ ...options, reducedMotion: 'reduce' }, '/embed/sienna');
    await alone.getByRole('article').first().waitFor();
    expect(await brokenRules(alone)).toEqual([]);
    await alone.goto(`${walks.test.url}/widget-demo`);
    await alone.getByRole('button', { name: 'Chat with Sienna' }).waitFor();
    expect(await brokenRules(alone)).toEqual([]);
  });
});

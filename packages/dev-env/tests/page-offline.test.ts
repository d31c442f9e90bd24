import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describePage, LAPTOP } from '../src/index.ts';

const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;

describePage('the page without a network', {}, (walks) => {
  /** Waits until the browser keeps the page: it answers for it from the next visit on. */
  const kept = async (page: Page): Promise<void> => {
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
    await page.reload();
    await page.waitForFunction('navigator.serviceWorker.controller !== null');
    // What was loaded before it was there is loaded through it once.
    await page.reload();
  };

  it('opens all the same, says so, and goes on when the network is back', async () => {
    walks.expectProblems(NO_NETWORK);
    const visitor = await walks.visit(LAPTOP);
    await kept(visitor.page);
    await visitor.begin('Jumbo');
    await visitor.page.context().setOffline(true);
    await visitor.page.goto(walks.test.url);
    await visitor.page.getByRole('link', { name: 'Talk with Jumbo' }).waitFor();
    await visitor.page.context().setOffline(false);
    await visitor.begin('Jumbo');
    await visitor.ask('Harsha');
    await visitor.latest.getByText('Harsha').waitFor();
  });

  it('keeps nothing that people said', async () => {
    const visitor = await walks.visit(LAPTOP);
    await kept(visitor.page);
    await visitor.begin('Jumbo');
    await visitor.ask('Harsha');
    await visitor.page.reload();
    await visitor.articles.nth(2).waitFor();
    const paths = (await visitor.page.evaluate(
      `caches.open('rapport-page-1').then((cache) => cache.keys()).then((kept) => kept.map(({ url }) => new URL(url).pathname))`,
    )) as string[];
    expect(paths.filter((path) => !path.startsWith('/assets/')).toSorted()).toEqual([
      '/',
      '/api/v1/assistants',
      '/favicon.svg',
    ]);
  });

  it('can be installed: it says what it is called and what it looks like', async () => {
    const { page } = await walks.visit(LAPTOP);
    const devtools = await page.context().newCDPSession(page);
    const { errors, data } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(JSON.parse(data ?? '')).toMatchObject({ name: 'Rapport', display: 'standalone' });
  });
});

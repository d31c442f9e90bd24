import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { findChromium, launchBrowser, type Visitor, visitorOf } from './browser.ts';
import { openTestDatabase } from './databases.ts';
import { createTestApp, type TestApp } from './test-app.ts';

const executablePath = findChromium();
const isBuilt = existsSync(fileURLToPath(new URL('../../../apps/web/dist/index.html', import.meta.url)));

export const LAPTOP = { viewport: { width: 1280, height: 800 }, colorScheme: 'light' } as const;
export const PHONE = { viewport: { width: 390, height: 780 }, colorScheme: 'dark', hasTouch: true } as const;
export const DEVICES = [
  { device: 'a laptop in light', options: LAPTOP },
  { device: 'a phone in the dark', options: PHONE },
] as const;

/** What a walk over the page has at hand. Every device it visits on is closed when the test ends. */
export interface PageWalks {
  /** The server, on an embedded database of its own. */
  readonly test: TestApp;
  readonly browser: Browser;
  /** Comes to the page on a device that was never here before. */
  visit(options?: BrowserContextOptions, path?: string): Promise<Visitor>;
  /** Opens another tab of the same browser. */
  openTab(context: BrowserContext, path?: string): Promise<Visitor>;
  /** Lets the browser's console say what the test breaks on purpose; every other error there fails the test. */
  expectProblems(problems: RegExp): void;
  /** Lets the test's own other sites be asked: a foreign page with the widget on it, say. Their origins. */
  allowOrigin(origin: string): void;
  /** How many requests the page made in this test, by method and the end of the path. */
  requestsMade(method: string, pathEnd: string): number;
}

/**
 * Tests of the page as a person uses it, in a real browser over a server of their own. Each test fails on an error in
 * the browser's console and on a request to another origin. Without Chromium there is nothing to use the page with: the
 * tests are left out then, save where all tests must run (`CI=true`).
 * @param environment variables of the server beside those of the tests
 */
export function describePage(
  name: string,
  environment: Readonly<Record<string, string>>,
  define: (walks: PageWalks) => void,
): void {
  it('has a browser and a built page to test, wherever all tests must run', () => {
    if (process.env.CI !== 'true') return;
    expect(executablePath).not.toBeNull();
    expect(isBuilt).toBe(true);
  });

  describe.runIf(executablePath !== null && isBuilt)(name, () => {
    let test: TestApp;
    let browser: Browser;
    let contexts: BrowserContext[];
    let problems: string[];
    let foreignRequests: string[];
    let requests: { readonly method: string; readonly path: string }[];
    let expectedProblems: RegExp | null;
    let allowedOrigins: string[];

    beforeAll(async () => {
      test = await createTestApp({ database: await openTestDatabase('embedded', inject('templates')), environment });
      browser = await launchBrowser(executablePath ?? '');
    });
    afterAll(async () => {
      await browser.close();
      await test[Symbol.asyncDispose]();
    });
    beforeEach(() => {
      contexts = [];
      problems = [];
      foreignRequests = [];
      requests = [];
      expectedProblems = null;
      allowedOrigins = [];
    });
    afterEach(async () => {
      for (const context of contexts) await context.close();
      const expected = expectedProblems;
      expect(problems.filter((problem) => expected === null || !expected.test(problem))).toEqual([]);
      expect(foreignRequests).toEqual([]);
    });

    function watch(page: Page): void {
      page.on('pageerror', (error) => problems.push(error.message));
      page.on('console', (entry) => {
        if (entry.type() === 'error') problems.push(entry.text());
      });
      page.on('request', (request) => {
        const url = request.url();
        const isOwn = [test.url, ...allowedOrigins, 'data:', 'blob:'].some((start) => url.startsWith(start));
        if (!isOwn) foreignRequests.push(url);
        requests.push({ method: request.method(), path: new URL(url).pathname });
      });
    }

    async function openTab(context: BrowserContext, path = '/'): Promise<Visitor> {
      const page = await context.newPage();
      watch(page);
      await page.goto(test.url + path);
      return visitorOf(page);
    }

    define({
      get test() {
        return test;
      },
      get browser() {
        return browser;
      },
      openTab,
      visit: async (options = LAPTOP, path = '/') => {
        const context = await browser.newContext({ locale: 'en-US', ...options });
        contexts.push(context);
        return openTab(context, path);
      },
      expectProblems: (expected) => {
        expectedProblems = expected;
      },
      allowOrigin: (origin) => void allowedOrigins.push(origin),
      requestsMade: (method, pathEnd) =>
        requests.filter((request) => request.method === method && request.path.endsWith(pathEnd)).length,
    });
  });
}

/** Rules of WCAG 2.0 to 2.2, levels A and AA, that what the page shows breaks; empty when it breaks none. */
export async function brokenRules(page: Page): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const { violations } = (await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })",
  )) as axe.AxeResults;
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** How far the page is wider than its window, in CSS pixels: 0 unless something makes it scroll sideways. */
export const sidewaysOverflow = (page: Page): Promise<unknown> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

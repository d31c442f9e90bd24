import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { createTestApp, findChromium, launchBrowser, openTestDatabase, type TestApp } from '../src/index.ts';

const executablePath = findChromium();
const isBuilt = existsSync(fileURLToPath(new URL('../../../apps/web/dist/index.html', import.meta.url)));

it('has a browser and a built page to test, wherever all tests must run', () => {
  if (process.env.CI !== 'true') return;
  expect(executablePath).not.toBeNull();
  expect(isBuilt).toBe(true);
});

/** The page as a person uses it. Without Chromium on the machine there is nothing to use it with. */
describe.runIf(executablePath !== null && isBuilt)('the page', () => {
  let test: TestApp;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let problems: string[];
  let foreignRequests: string[];

  beforeAll(async () => {
    test = await createTestApp({
      database: await openTestDatabase('embedded', inject('templates')),
      environment: { BUILTIN_MODEL_WORDS_PER_SECOND: '20' },
    });
    browser = await launchBrowser(executablePath ?? '');
  });
  afterAll(async () => {
    await browser.close();
    await test[Symbol.asyncDispose]();
  });
  beforeEach(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    page = await context.newPage();
    problems = [];
    foreignRequests = [];
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('console', (entry) => {
      if (entry.type() === 'error') problems.push(entry.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(test.url) && !request.url().startsWith('data:')) foreignRequests.push(request.url());
    });
    await page.goto(test.url);
  });
  afterEach(async () => {
    await context.close();
    expect(problems).toEqual([]);
    expect(foreignRequests).toEqual([]);
  });

  const messages = () => page.getByRole('list', { name: 'Messages' });
  const articles = () => messages().getByRole('article');
  const replied = () => page.getByRole('button', { name: 'Send' }).waitFor();
  const say = async (assistant: string, text: string) => {
    const box = page.getByRole('textbox', { name: `Message ${assistant}` });
    await box.fill(text);
    await box.press('Enter');
  };

  it('lets a guest choose an assistant, talk, and find the conversation after a reload', async () => {
    await page.getByRole('link', { name: 'Talk with Sienna' }).click();
    await messages().getByText("Sienna Naturals's AI guide").waitFor();
    await say('Sienna', 'How often should I wash 4C hair?');
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await replied();
    const text = await articles().last().innerText();
    expect(text.length).toBeGreaterThan(60);
    await page.getByRole('list', { name: 'Sources' }).getByRole('link').first().waitFor();
    await page.reload();
    await articles().nth(2).waitFor();
    expect(await articles().count()).toBe(3);
    expect(await articles().last().innerText()).toBe(text);
  });

  it('shows the reply as it comes, and stops it', async () => {
    await page.getByRole('link', { name: 'Talk with Sienna' }).click();
    await say('Sienna', 'How do I detangle my hair without breakage?');
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('You stopped this reply').waitFor();
    await page.reload();
    await page.getByText('You stopped this reply').waitFor();
  });

  it('learns a name, keeps the guest as an account, and welcomes them back by name', async () => {
    await page.getByRole('link', { name: 'Talk with Jumbo' }).click();
    await messages().getByText('what should I call you?').waitFor();
    await say('Jumbo', 'Harsha');
    await articles().last().getByText('Harsha').waitFor();
    await replied();
    await page.getByRole('button', { name: 'Sign up' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'E-mail' }).fill('harsha@example.com');
    await dialog.getByLabel('Password').fill('correct horse battery');
    await dialog.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('button', { name: 'Account', exact: true }).waitFor();
    expect(await articles().count()).toBe(3);
    await page.getByRole('button', { name: 'New conversation' }).or(page.getByRole('link', { name: 'New conversation' })).first().click();
    await messages().getByText('Hey Harsha, welcome back!').waitFor();
  });

  it('resumes a reply that a reload interrupted', async () => {
    await page.getByRole('link', { name: 'Talk with Sienna' }).click();
    await say('Sienna', 'How do I detangle my hair without breakage?');
    await page.getByRole('button', { name: 'Stop' }).waitFor();
    await page.reload();
    await replied();
    await page.getByRole('list', { name: 'Sources' }).getByRole('link').first().waitFor();
    expect(await articles().count()).toBe(3);
  });

  it('puts a number one can tap in front of someone in crisis', async () => {
    await page.getByRole('link', { name: 'Talk with Jumbo' }).click();
    await say('Jumbo', "I don't want to be alive anymore");
    await messages().getByText('killing yourself').waitFor();
    await replied();
  });
});

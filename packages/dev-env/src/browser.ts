import { existsSync } from 'node:fs';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

const CHROMIUM_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where this machine's Chromium is (`CHROMIUM_PATH` says otherwise); null when it has none. */
export const findChromium = (): string | null =>
  process.env.CHROMIUM_PATH ?? CHROMIUM_PATHS.find((path) => existsSync(path)) ?? null;

/** Starts Chromium without a screen and without calls of its own to the network. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Someone using the page, in the words a screen reader would give them: no class, no selector. */
export interface Visitor {
  readonly page: Page;
  /** What was said on either side, oldest first. */
  readonly articles: Locator;
  /** The assistant's or the person's latest words. */
  readonly latest: Locator;
  readonly field: Locator;
  /** Goes from the first page to a new conversation and waits for the greeting. */
  begin(assistant: string): Promise<void>;
  /** Writes something and presses Enter. */
  say(text: string): Promise<void>;
  /** Waits until no reply is under way. */
  replied(): Promise<void>;
  /** Says something and waits for the whole reply. */
  ask(text: string): Promise<void>;
}

export function visitorOf(page: Page): Visitor {
  const articles = page.getByRole('list', { name: 'Messages' }).getByRole('article');
  const field = page.getByRole('textbox', { name: /^Message / });
  const visitor: Visitor = {
    page,
    articles,
    latest: articles.last(),
    field,
    async begin(assistant) {
      await page.getByRole('link', { name: `Talk with ${assistant}` }).click();
      await articles.first().waitFor();
    },
    async say(text) {
      await field.fill(text);
      await field.press('Enter');
    },
    replied: () => page.getByRole('button', { name: 'Send' }).waitFor(),
    async ask(text) {
      await visitor.say(text);
      await visitor.replied();
    },
  };
  return visitor;
}

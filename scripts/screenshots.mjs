// Pictures of the product for the documentation, taken of the product: the server on a temporary folder, a browser, and
// someone who talks. `npm run screenshots` makes those that the documentation shows; `-- --all` every view on every
// screen in both themes, to look them over; `-- overview moods` those of the views named.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { findChromium, launchBrowser, visitorOf } from '../packages/dev-env/src/browser.ts';
import { runServer } from '../packages/dev-env/src/server-process.ts';

const IMAGES = fileURLToPath(new URL('../docs/images', import.meta.url));
const SHOWN = new Set([
  'home-light-1280',
  'sienna-light-1280',
  'jumbo-dark-390',
  'memories-light-1280',
  'overview-light-1280',
  'conversation-dark-390',
  'widget-light-1280',
]);
const THEMES = ['light', 'dark'];
const VIEWPORTS = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
];

const VIEWS = {
  home: async ({ page }) => page.getByRole('link', { name: 'Talk with Jumbo' }).waitFor(),
  sienna: async ({ begin, ask }) => {
    await begin('Sienna');
    await ask('How often should I wash 4C hair?');
    await ask('how do i detangel my hiar without brakage');
  },
  jumbo: async ({ begin, ask }) => {
    await begin('Jumbo');
    await ask('Harsha');
    await ask('I feel worn out, work has been a lot');
    await ask('My sister Meera is getting married in March and I am both happy and sad');
  },
};

/** Tells Jumbo something worth remembering, and goes to a place about oneself. */
const aboutMe =
  (place) =>
  async ({ page, begin, ask }) => {
    await begin('Jumbo');
    await ask('Harsha');
    await ask('My sister Meera is getting married in March and I am both happy and sad');
    await page.goto(`${url}/me/${place}`);
    await settle(page);
    const jumbo = page.getByRole('radio', { name: 'Jumbo' });
    if ((await jumbo.count()) > 0) await jumbo.check({ force: true });
    await settle(page);
  };
/** Goes to a place of the dashboard, which the server is open to on this machine. */
const dashboard =
  (place) =>
  async ({ page }) => {
    await page.goto(`${url}/dashboard/${place}`);
    await settle(page);
  };
const settle = async (page) => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('Loading', { exact: true }).first().waitFor({ state: 'detached' });
  // A live page is never idle; what is drawn in grey meanwhile goes when it is there.
  await page.locator('.animate-pulse').first().waitFor({ state: 'detached', timeout: 5_000 });
};
for (const place of ['memories', 'moods', 'hair', 'journey', 'inbox', 'privacy', 'account']) {
  VIEWS[place === 'journey' ? 'my-journey' : place === 'moods' ? 'my-moods' : place] = aboutMe(place);
}
const PLACES =
  'overview conversations journey moods experiments predictions hand-off safety campaigns knowledge catalogue models cache alerts jobs';
for (const place of PLACES.split(' ')) VIEWS[place] = dashboard(place);
VIEWS.conversation = async ({ page }) => {
  await dashboard('conversations')({ page });
  await page.getByRole('table').getByRole('link').first().click();
  await settle(page);
  await page.getByText('What went into it').last().click();
};
VIEWS.widget = async ({ page }) => {
  await page.goto(`${url}/widget-demo`);
  await page.getByRole('button', { name: 'Chat with Sienna' }).click();
  await page.frameLocator('iframe').getByRole('article').first().waitFor();
};

const takesAll = process.argv.includes('--all');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const pictures = Object.entries(VIEWS)
  .flatMap(([view, reach]) =>
    THEMES.flatMap((theme) => VIEWPORTS.map((viewport) => ({ view, reach, theme, viewport }))),
  )
  .map((picture) => ({ ...picture, name: `${picture.view}-${picture.theme}-${picture.viewport.width}` }))
  .filter(({ view, name }) => (wanted.length > 0 ? wanted.includes(view) : takesAll || SHOWN.has(name)));

const chromium = findChromium();
if (chromium === null) throw new Error('There is no Chromium here. Install one, or say where it is by CHROMIUM_PATH.');
const folder = await mkdtemp(join(tmpdir(), 'rapport-screenshots-'));
const server = runServer({
  PORT: '0',
  DATA_DIR: join(folder, 'data'),
  LOG_DIR: join(folder, 'logs'),
  RATE_LIMIT_MAX: '10000',
  APP_ENV: 'development',
});
let url = '';
try {
  url = await server.ready;
  const browser = await launchBrowser(chromium);
  try {
    await mkdir(IMAGES, { recursive: true });
    for (const picture of pictures) await take(browser, url, picture);
  } finally {
    await browser.close();
  }
} finally {
  server.process.kill('SIGTERM');
  await server.ended;
  await rm(folder, { recursive: true });
}

async function take(browser, url, { name, reach, theme, viewport }) {
  const context = await browser.newContext({
    viewport,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    isMobile: viewport.width < 600,
    hasTouch: viewport.width < 600,
  });
  const page = await context.newPage();
  await page.goto(url);
  await reach(visitorOf(page));
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))');
  const image = shrink(await page.screenshot());
  await writeFile(join(IMAGES, `${name}.png`), image);
  await context.close();
  process.stdout.write(`${name}.png  ${Math.ceil(image.length / 1024)} KB\n`);
}

/**
 * The same picture in fewer bytes: Chromium compresses for speed, and predicts pixels from their neighbours where its own
 * dithering of gradients makes that worse than not to. Reads what Chromium writes: 8 bits RGB, not interlaced.
 */
function shrink(png) {
  const chunks = readChunks(png);
  const header = chunks.find(({ type }) => type === 'IHDR').data;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header[8] !== 8 || header[9] !== 2 || header[12] !== 0) return png;
  const rows = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)));
  const pixels = deflateSync(undoFilters(rows, width * 3, height), { level: 9 });
  const small = [png.subarray(0, 8), chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat(small);
}

function readChunks(png) {
  const chunks = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const data = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data });
  }
  return chunks;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** Rows without prediction, each still led by its filter type, which is 0 now (PNG specification, §9.2). */
function undoFilters(rows, rowLength, height) {
  const plain = Buffer.alloc(rows.length);
  for (let row = 0; row < height; row += 1) {
    const start = row * (rowLength + 1);
    const filter = rows[start];
    for (let at = start + 1; at <= start + rowLength; at += 1) {
      const left = at - start > 3 ? plain[at - 3] : 0;
      const above = row > 0 ? plain[at - rowLength - 1] : 0;
      const aboveLeft = at - start > 3 && row > 0 ? plain[at - rowLength - 4] : 0;
      const predictions = [0, left, above, (left + above) >> 1, paeth(left, above, aboveLeft)];
      plain[at] = rows[at] + predictions[filter];
    }
  }
  return plain;
}

/** Whichever neighbour is nearest to left + above - aboveLeft (PNG specification, §9.4). */
function paeth(left, above, aboveLeft) {
  const [toLeft, toAbove] = [Math.abs(above - aboveLeft), Math.abs(left - aboveLeft)];
  const toAboveLeft = Math.abs(left + above - 2 * aboveLeft);
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
  return toAbove <= toAboveLeft ? above : aboveLeft;
}

// What the page costs to open, in Chromium, over a server that is running: bytes as they came over the wire, and the time
// until one can write. `npm run measure:page -- http://127.0.0.1:8080`; fails over the budget.
import { findChromium, launchBrowser } from '../packages/dev-env/src/browser.ts';

/** The first load of a conversation, in bytes as gzip left them: the document, its styles and its code. */
const BUDGET_BYTES = 150 * 1024;
const KINDS = new Set(['Document', 'Script', 'Stylesheet']);

const url = process.argv[2] ?? 'http://127.0.0.1:8080';
const executablePath = findChromium();
if (executablePath === null) throw new Error('This needs Chromium: set CHROMIUM_PATH to where it is.');

const browser = await launchBrowser(executablePath);
let isOver = false;
try {
  for (const { name, path, ready } of [
    { name: 'the first page', path: '/', ready: 'h1' },
    { name: 'a conversation', path: '/a/jumbo', ready: '#message' },
  ]) {
    const { bytes, files, readyMs } = await firstLoad(url + path, ready);
    const verdict = bytes > BUDGET_BYTES ? `over ${BUDGET_BYTES}` : 'within the budget';
    console.log(`${name}: ${bytes} bytes in ${files} files (${verdict}); ready after ${readyMs} ms`);
    isOver ||= bytes > BUDGET_BYTES;
  }
} finally {
  await browser.close();
}
process.exitCode = isOver ? 1 : 0;

/** Opens an address as a device that was never there before, up to the moment when `ready` is shown. */
async function firstLoad(address, ready) {
  const context = await browser.newContext({ locale: 'en-US' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  const kinds = new Map();
  let bytes = 0;
  let files = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (!KINDS.has(kinds.get(requestId))) return;
    bytes += encodedDataLength;
    files += 1;
  });
  const startedAt = performance.now();
  await page.goto(address);
  await page.locator(ready).first().waitFor();
  const readyMs = Math.round(performance.now() - startedAt);
  await page.waitForLoadState('networkidle');
  await context.close();
  return { bytes, files, readyMs };
}

/**
 * Holds the rules and the dashboard against real programs: promtool reads and tests the rules, a real Prometheus scrapes a
 * real server, every query of the dashboard is asked, and two alerts fire: a model's breaker that opens, and a server that is
 * killed. Needs `promtool` and `prometheus` (Debian's package prometheus); takes about two minutes.
 */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const deploy = join(root, 'deploy/prometheus');
const TOKEN = 'op-2Wq8nZ5xT1vK7mB4cL9rF3yH6jD0sG-prometheus-check';

const say = (line) => process.stdout.write(`${line}\n`);
const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
const until = async (what, look, seconds) => {
  for (let left = seconds; left > 0; left -= 1) {
    const found = await look().catch(() => null);
    if (found) return found;
    await delay(1_000);
  }
  throw new Error(`${what}: not within ${seconds} s`);
};

execFileSync('promtool', ['check', 'rules', join(deploy, 'alerts.yaml')], { stdio: 'inherit' });
execFileSync('promtool', ['test', 'rules', join(deploy, 'alerts.test.yaml')], { stdio: 'inherit' });

const folder = mkdtempSync(join(tmpdir(), 'rapport-prometheus-'));
const [port, prometheusPort, deadPort] = [await freePort(), await freePort(), await freePort()];
const address = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, [join(root, 'apps/server/src/main.ts')], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
  env: {
    PATH: process.env.PATH,
    APP_ENV: 'testing',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: join(folder, 'data'),
    LOG_DIR: join(folder, 'logs'),
    OPERATOR_TOKEN: TOKEN,
    // A vendor that nobody answers for: its breaker opens, and the built-in model replies.
    GROQ_API_KEY: 'gsk_7hR2vX9mQ4tL1wZ8bN3cK6yJ5dS0pGfA2eU4iO7uY1tR3wE',
    GROQ_BASE_URL: `http://127.0.0.1:${deadPort}`,
    JWT_SECRET: 'nB4cL9rF3yH6jD0sG2Wq8nZ5xT1vK7m-check-only',
    ENCRYPTION_KEY: Buffer.from('open-sesame-check-only-32-bytes!').toString('base64'),
  },
});
cpSync(join(deploy, 'alerts.yaml'), join(folder, 'alerts.yaml'));
writeFileSync(join(folder, 'operator-token'), TOKEN);
writeFileSync(
  join(folder, 'prometheus.yaml'),
  readFileSync(join(deploy, 'prometheus.yaml'), 'utf8')
    .replace('127.0.0.1:8080', `127.0.0.1:${port}`)
    .replace(/(scrape_interval|evaluation_interval): \d+s/g, '$1: 1s'),
);
writeFileSync(
  join(folder, 'alerts.yaml'),
  readFileSync(join(deploy, 'alerts.yaml'), 'utf8').replace('interval: 30s', 'interval: 1s'),
);
const prometheus = spawn(
  'prometheus',
  [
    `--config.file=${join(folder, 'prometheus.yaml')}`,
    `--storage.tsdb.path=${join(folder, 'tsdb')}`,
    `--web.listen-address=127.0.0.1:${prometheusPort}`,
    '--log.level=error',
  ],
  { stdio: 'inherit' },
);
const api = async (path) => {
  const response = await fetch(`http://127.0.0.1:${prometheusPort}/api/v1/${path}`);
  const body = await response.json();
  if (body.status !== 'success') throw new Error(`${path}: ${body.error}`);
  return body.data;
};
const firing = async (name) =>
  (await api('alerts')).alerts.find(({ labels, state }) => labels.alertname === name && state === 'firing');

let failed = false;
try {
  await until('the server', async () => (await fetch(`${address}/healthz`)).ok, 120);
  const guest = await (
    await fetch(`${address}/api/v1/auth/guest`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
  ).json();
  for (let turn = 0; turn < 7; turn += 1) {
    const response = await fetch(`${address}/api/v1/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${guest.accessToken}` },
      body: JSON.stringify({ assistant: 'jumbo', message: `I went for a walk, number ${turn}` }),
    });
    if (response.status !== 200) throw new Error(`A turn answered ${response.status}`);
    await delay(150);
  }
  await until('a scrape', async () => (await api('query?query=up')).result.some(({ value }) => value[1] === '1'), 30);
  const alert = await until('ModelUnavailable', () => firing('ModelUnavailable'), 60);
  say(`ModelUnavailable fires for ${alert.labels.model}`);
  const dashboard = JSON.parse(readFileSync(join(root, 'deploy/grafana/rapport.json'), 'utf8'));
  const queries = dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ title, expr })));
  let empty = 0;
  for (const { title, expr } of queries) {
    const { result } = await api(`query?query=${encodeURIComponent(expr)}`);
    if (result.length === 0) {
      empty += 1;
      say(`  nothing yet for "${title}"`);
    }
  }
  say(`${queries.length} queries of the dashboard are understood, ${queries.length - empty} have data`);
  server.kill('SIGKILL');
  await until('ServiceDown', () => firing('ServiceDown'), 120);
  say('ServiceDown fires a minute after the server was killed');
} catch (error) {
  failed = true;
  say(`FAILED: ${error.message}`);
} finally {
  server.kill('SIGKILL');
  prometheus.kill('SIGTERM');
  await delay(1_000);
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

// Makes a fresh clone ready for the script that follows: installs what is missing, builds the page when its sources
// changed. Plain JavaScript without dependencies, for it runs before there are any, under whatever Node is there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const purpose = process.argv[2] ?? 'start';
const OLDEST_NODE = 20;
/** What shows the page. The other scripts need no build. */
const NEEDS_PAGE = new Set(['start', 'test']);

const say = (line) => process.stderr.write(`${line}\n`);

function refuse(line) {
  say(line);
  process.exit(1);
}

const major = Number(process.versions.node.split('.')[0]);
if (major < OLDEST_NODE)
  refuse(
    `Rapport needs Node ${OLDEST_NODE} or newer to start; this is ${process.version}. Get one at https://nodejs.org.`,
  );

installWhenNeeded();
if (NEEDS_PAGE.has(purpose)) buildPageWhenNeeded();

function installWhenNeeded() {
  const stamp = join(root, 'node_modules', '.rapport-installed');
  const wanted = hashOf([join(root, 'package-lock.json')], `${process.platform}-${process.arch}`);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('  Installing dependencies (once, half a minute on most machines) …');
  // `--include=dev`: the Node that runs the server is one of them, also where NODE_ENV=production is set.
  runNpm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (!existsSync(join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node'))) {
    refuse('The npm package "node" did not install its binary. Run "npm ci" and look at its messages.');
  }
  writeFileSync(stamp, wanted);
}

function buildPageWhenNeeded() {
  const web = join(root, 'apps', 'web');
  const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'vite.widget.config.ts', 'package.json'].flatMap(
    (name) => filesUnder(join(web, name)),
  );
  const wanted = hashOf([
    ...sources,
    ...filesUnder(join(root, 'packages', 'wire', 'src')),
    join(root, 'package-lock.json'),
  ]);
  const stamp = join(web, 'dist', '.built-from');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('  Building the page …');
  runNpm(['run', 'build', '--workspace', 'apps/web', '--silent']);
  mkdirSync(join(web, 'dist'), { recursive: true });
  writeFileSync(stamp, wanted);
}

function runNpm(args) {
  const npm = process.env.npm_execpath;
  const [command, ...before] = npm === undefined ? ['npm'] : [process.execPath, npm];
  const result = spawnSync(command, [...before, ...args], {
    cwd: root,
    // Standard output is the script's own: `npm run migrate -- status` may be piped somewhere.
    stdio: ['ignore', 2, 2],
    shell: npm === undefined && process.platform === 'win32',
  });
  if (result.status !== 0)
    refuse(`"npm ${args.join(' ')}" failed. Its messages are above; run it again when they are dealt with.`);
}

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

function hashOf(files, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

// The server restarting on every change, and the page with hot reload beside it.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const processes = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts'], {
    cwd: root,
    stdio: 'inherit',
  }),
  spawn(process.execPath, ['node_modules/vite/bin/vite.js', 'apps/web', '--clearScreen', 'false'], {
    cwd: root,
    stdio: 'inherit',
  }),
];

let ending = false;
const end = (code) => {
  if (ending) return;
  ending = true;
  for (const child of processes) child.kill('SIGTERM');
  process.exitCode = code;
};
for (const child of processes) child.on('exit', (code) => end(code ?? 1));
process.on('SIGINT', () => end(0));
process.on('SIGTERM', () => end(0));

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The server as an operator runs it: a process of its own, its variables, its words, its end. */
export interface RunningServer {
  readonly process: ChildProcess;
  /** Resolves with the server's address, or rejects with what it said when it ended instead. */
  readonly ready: Promise<string>;
  /** Resolves with the exit code when it ends. */
  readonly ended: Promise<number | null>;
  /** What it wrote so far, both streams. */
  output(): string;
}

/**
 * Runs the server's entry point with these variables and nothing else of the environment but PATH and HOME. `inShell`: as npm
 * does, in a shell that stays; `process` is then the shell, and `ended` still waits for the server, whose output it holds.
 */
export function runServer(
  environment: Readonly<Record<string, string>>,
  { inShell = false }: { readonly inShell?: boolean } = {},
): RunningServer {
  // Not the last command of the shell, or a shell that can would become the server.
  const [command, parameters] = inShell
    ? ['/bin/sh', ['-c', '"$0" apps/server/src/main.ts; exit $?', process.execPath]]
    : [process.execPath, ['apps/server/src/main.ts']];
  const child = spawn(command, parameters, {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const address = Promise.withResolvers<string>();
  const collect = (chunk: Buffer) => {
    output += chunk.toString();
    const url = /Rapport is ready after .*?(http:\/\/\S+)[\s\S]*Stop with Ctrl\+C/.exec(output)?.[1];
    if (url !== undefined) address.resolve(url);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = once(child, 'close').then(([code]: (number | null)[]) => {
    address.reject(new Error(`The server ended with ${code} before it was ready:\n${output}`));
    return code ?? null;
  });
  // A test that expects an early end looks at `ended`.
  address.promise.catch(() => undefined);
  return { process: child, ready: address.promise, ended, output: () => output };
}

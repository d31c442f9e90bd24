/** How soon a server notices, ms, that npm is gone; one cheap system call each time. */
const EVERY_MS = 1_000;

/**
 * Calls `end` once npm, or the shell it runs scripts in, is gone. npm passes a signal on to its shell only, and a shell that is
 * ended takes nothing with it: `kill` of an `npm start` would leave a server running that holds the port and the embedded
 * database. A server that no npm started has no parent to follow: a supervisor signals it itself, and `nohup node … &` is meant
 * to stay.
 */
export function endWithNpm(environment: Readonly<Record<string, string | undefined>>, end: () => void): void {
  if (environment.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, EVERY_MS);
  watch.unref();
}

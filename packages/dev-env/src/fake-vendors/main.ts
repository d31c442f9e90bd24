import { helpText, readArguments } from './arguments.ts';
import { type FakeVendors, type ReceivedRequest, startFakeVendors } from './fake-vendors.ts';
import { VENDOR_NAMES } from './vendor.ts';

/** Vendors to point the server at: prints the environment lines for it, then a line for every request. */
const REQUESTS_KEPT = 100;

try {
  const options = readArguments(process.argv.slice(2));
  if (options === null) process.stdout.write(helpText());
  else await play(await startFakeVendors({ ...options, requestsKept: REQUESTS_KEPT, onEnd: report }));
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`);
  process.exitCode = 1;
}

async function play(vendors: FakeVendors): Promise<void> {
  const lines = VENDOR_NAMES.map((name) => {
    const url = vendors.baseUrls[name];
    if (name === 'compatible') return `COMPATIBLE_BASE_URL=${url} # with MODEL_CHAIN=compatible/<model>`;
    return `${name.toUpperCase()}_BASE_URL=${url}\n${name.toUpperCase()}_API_KEY=played-here-${name}-x7Kq29ZtR4bW1mVc`;
  });
  process.stdout.write(
    `${lines.join('\n')}\n\nPlaying at ${vendors.url}. Stop with Ctrl+C; see --help for what can go wrong.\n`,
  );
  const stopped = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.resolve());
  await stopped.promise;
  await vendors[Symbol.asyncDispose]();
}

/** No word of a request or a reply: this may stand beside a person's real conversation. */
function report({ vendor, model, streams, status, outcome, caseId, faults }: ReceivedRequest): void {
  const answer = `${status ?? 'no answer'}${outcome === 'complete' ? '' : ` ${outcome}`}`;
  const recorded = caseId === null ? '' : ` case ${caseId}`;
  const wrong = faults.length === 0 ? '' : ` fault ${faults.map(({ kind }) => kind).join('+')}`;
  process.stdout.write(`${vendor} ${model} ${streams ? 'stream' : 'whole'} -> ${answer}${recorded}${wrong}\n`);
}

function sentenceOf(error: unknown): string {
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is taken: choose another with --port, or 0 for a free one.';
  return error instanceof Error ? error.message : String(error);
}

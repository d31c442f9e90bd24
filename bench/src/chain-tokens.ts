import { type Ask, askStraight, askThroughChain, vendorModel } from './chain-over-http.ts';
import { cpuMs, median, table } from './machine.ts';
import { type VendorsProcess, withVendors } from './vendors-process.ts';

const TOKENS = 500;
const BATCHES = 4;
/** Streams at once, so that what the process does besides is spread over many tokens. */
const STREAMS = 16;
/** As fast as the fastest vendors; nearly every token comes in a write of its own. */
const TOKENS_PER_SECOND = 300;
const MODELS = [
  'google/gemini-3.5-flash-lite',
  'groq/openai/gpt-oss-120b',
  'xai/grok-4.3',
  'openai/gpt-6-luna',
] as const;

/** What a streamed token costs in each vendor's format: read and dropped, through the adapter, through the chain too. */
export async function measureTokens(): Promise<string> {
  const rows: string[][] = [];
  for (const tokensPerSecond of [TOKENS_PER_SECOND, 0]) {
    await withVendors({ seed: 1, behaviour: { tokens: TOKENS, tokensPerSecond } }, async (vendors) => {
      for (const id of MODELS) {
        const pace = tokensPerSecond === 0 ? 'all at once' : `${tokensPerSecond} tokens/s`;
        rows.push([id, pace, ...(await measureModel(id, vendors))]);
      }
    });
  }
  return [
    `Streams of ${TOKENS} tokens, ${BATCHES} × ${STREAMS} at a time; CPU µs for a token (goal: 70):`,
    table(['model', 'pace', 'read by fetch and dropped', 'adapter', 'adapter and chain', 'texts a stream'], rows),
  ].join('\n');
}

async function measureModel(id: string, vendors: VendorsProcess): Promise<string[]> {
  const model = vendorModel(id, vendors);
  const drop = await dropping(id, vendors);
  let texts = 0;
  const through = (ask: Ask) => () => ask(model, () => (texts += 1));
  const ways = [drop, through(askStraight), through(askThroughChain)];
  const costs: number[][] = ways.map(() => []);
  for (let batch = 0; batch <= BATCHES; batch += 1) {
    for (const [place, way] of ways.entries()) {
      const before = cpuMs();
      await Promise.all(Array.from({ length: STREAMS }, way));
      // The first of each is the warm-up.
      if (batch > 0) costs[place]?.push((cpuMs() - before) / (STREAMS * TOKENS));
    }
  }
  const perStream = texts / (2 * (BATCHES + 1) * STREAMS);
  return [...costs.map((each) => (median(each) * 1_000).toFixed(1)), perStream.toFixed(0)];
}

/** The same request sent and its answer read to the end, without a look at it: what Node's own `fetch` costs. */
async function dropping(id: string, vendors: VendorsProcess): Promise<() => Promise<void>> {
  let sent: Parameters<typeof globalThis.fetch> | null = null;
  const noting: typeof globalThis.fetch = (...call) => {
    sent = call;
    return globalThis.fetch(...call);
  };
  await askStraight(vendorModel(id, vendors, noting), () => undefined);
  return async () => {
    if (sent === null) throw new Error('The adapter sent nothing');
    const [url, options] = sent;
    const { signal: _, ...rest } = options ?? {};
    const response = await globalThis.fetch(url, { ...rest, signal: new AbortController().signal });
    const reader = response.body?.getReader();
    while (reader !== undefined && !(await reader.read()).done);
  };
}

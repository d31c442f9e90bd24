import { createVendorModel } from '@rapport/adapters/models/create-vendor-model.ts';
import { runChain } from '@rapport/core/models/chain.ts';
import type { LanguageModel } from '@rapport/core/models/language-model.ts';
import { chainContext, REQUEST } from './chain-request.ts';
import { cpuMs, median, quantile, table } from './machine.ts';
import { fakeKey, type VendorsProcess, withVendors } from './vendors-process.ts';

const PAIRS = 1_200;
const WARM_UP = 100;
const MODELS = ['google/gemini-3.5-flash-lite', 'groq/openai/gpt-oss-120b'] as const;

interface Cost {
  readonly cpuMs: number;
  readonly firstTextMs: number;
}

/** Vendors' adapters against vendors that answer at once, over HTTP: asked straight and through the chain. */
export async function measureChainOverHttp(): Promise<string> {
  const rows = await withVendors({ seed: 1, behaviour: { tokens: 40 } }, async (vendors) => {
    const measured: string[][] = [];
    for (const id of MODELS) measured.push([id, ...(await measurePairs(vendorModel(id, vendors)))]);
    return measured;
  });
  return [
    `Over HTTP, one call after the other, ${PAIRS} pairs, 40 tokens all at once; p99 is the machine's where it is busy:`,
    table(
      [
        'model',
        'straight CPU ms',
        'chain CPU ms',
        'added CPU ms (goal .3)',
        'straight first text p50 / p99 ms',
        'chain first text p50 / p99 ms',
        'added p50 / p99 ms (goal 1.5)',
      ],
      rows,
    ),
  ].join('\n');
}

/** Call by call and each first in turns, so that both meet the same moments of a busy machine. */
async function measurePairs(model: LanguageModel): Promise<string[]> {
  const straight: Cost[] = [];
  const chained: Cost[] = [];
  const ways = [[straight, askStraight] as const, [chained, askThroughChain] as const];
  for (let pair = 0; pair < WARM_UP + PAIRS; pair += 1) {
    for (const [costs, ask] of pair % 2 === 0 ? ways : ways.toReversed()) {
      const cost = await costOf(model, ask);
      if (pair >= WARM_UP) costs.push(cost);
    }
  }
  return compare(straight, chained);
}

/** A vendor's model as the server makes it, pointed at the fake one. */
export function vendorModel(id: string, { baseUrls }: VendorsProcess, fetch?: typeof globalThis.fetch): LanguageModel {
  const connections = Object.fromEntries(
    (['google', 'xai', 'groq', 'openai'] as const).map((vendor) => [
      vendor,
      { apiKey: fakeKey(vendor), baseUrl: baseUrls[vendor] },
    ]),
  );
  return createVendorModel(id, connections, fetch === undefined ? {} : { fetch }).model;
}

/** Asks once, telling of each text that comes. */
export type Ask = (model: LanguageModel, onText: (text: string) => void) => Promise<void>;

export const askStraight: Ask = async (model, onText) => {
  for await (const part of model.stream(REQUEST, new AbortController().signal)) {
    if (part.type === 'text') onText(part.text);
  }
};

export const askThroughChain: Ask = async (model, onText) => {
  const { outcome } = await runChain([model], REQUEST, { text: onText, replace: () => undefined }, chainContext());
  if (outcome !== 'completed') throw new Error(`The chain ended with ${outcome}`);
};

async function costOf(model: LanguageModel, ask: Ask): Promise<Cost> {
  const [cpuBefore, start] = [cpuMs(), performance.now()];
  let firstTextMs = Number.NaN;
  await ask(model, () => {
    if (Number.isNaN(firstTextMs)) firstTextMs = performance.now() - start;
  });
  return { cpuMs: cpuMs() - cpuBefore, firstTextMs };
}

function compare(straight: readonly Cost[], chained: readonly Cost[]): string[] {
  const cpu = (costs: readonly Cost[]) => median(costs.map((cost) => cost.cpuMs));
  const added = median(chained.map((cost, place) => cost.cpuMs - (straight[place]?.cpuMs ?? Number.NaN)));
  const waits = (costs: readonly Cost[]) => {
    const all = costs.map(({ firstTextMs }) => firstTextMs);
    return [median(all), quantile(all, 0.99)] as const;
  };
  const [without, through] = [waits(straight), waits(chained)];
  const pair = ([p50, p99]: readonly [number, number]) => `${p50.toFixed(2)} / ${p99.toFixed(2)}`;
  return [
    cpu(straight).toFixed(3),
    cpu(chained).toFixed(3),
    added.toFixed(3),
    pair(without),
    pair(through),
    pair([through[0] - without[0], through[1] - without[1]]),
  ];
}

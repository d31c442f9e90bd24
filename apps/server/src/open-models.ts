import { readFileSync, statSync } from 'node:fs';
import { resolveModelId } from '@rapport/adapters/models/aliases.ts';
import { CATALOGUE, findInCatalogue } from '@rapport/adapters/models/catalogue.ts';
import {
  createVendorModel,
  isProvider,
  type Provider,
  type VendorConnections,
} from '@rapport/adapters/models/create-vendor-model.ts';
import type { Alert } from '@rapport/core/alerts/alerts.ts';
import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import type { LanguageModel } from '@rapport/core/models/language-model.ts';
import { createPriceList, type Price, type PriceList } from '@rapport/core/models/prices.ts';
import { z } from 'zod';
import type { AppConfig, VendorConfig } from './config/config.ts';

/** A chain or a list of prices that can't be used; the message says which variable, what it holds and what it should. */
export class ModelConfigurationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ModelConfigurationError';
  }
}

/** What an operator should know of the models before the first turn. */
interface ModelRemark {
  readonly event: 'model_alias' | 'model_left_out' | 'model_unpriced' | 'model_retiring';
  readonly message: string;
  /** Null where the log is enough. */
  readonly alert: Alert | null;
}

export interface OpenedModels {
  /** Vendors' models of each assistant, in order, by the assistant's id. */
  readonly byAssistant: ReadonlyMap<string, readonly LanguageModel[]>;
  /** Each of them once. */
  readonly all: readonly LanguageModel[];
  readonly prices: PriceList;
  readonly remarks: readonly ModelRemark[];
}

/** A retirement this near is an alert. */
const RETIREMENT_NOTICE_DAYS = 30;
const DAY_MS = 86_400_000;
const KEY_VARIABLES: Readonly<Record<Provider, string>> = {
  google: 'GOOGLE_API_KEY',
  xai: 'XAI_API_KEY',
  groq: 'GROQ_API_KEY',
  openai: 'OPENAI_API_KEY',
  compatible: 'COMPATIBLE_BASE_URL',
};

/**
 * The vendors' models that the configuration and the assistants name and that have a key. One without is left out and
 * said so.
 *
 * @throws ModelConfigurationError for an id that names no vendor, and for a list of prices that can't be read.
 */
export function openModels(config: AppConfig, assistants: readonly AssistantDefinition[], now: Date): OpenedModels {
  const connections = connectionsOf(config.vendors);
  const models = new Map<string, LanguageModel>();
  const remarks = new Map<string, ModelRemark>();
  const remark = (event: ModelRemark['event'], message: string, alert: ModelRemark['alert'] = null) => {
    if (!remarks.has(message)) remarks.set(message, { event, message, alert });
  };
  const prices = createPriceList(withPricesOf(config.models.pricesFile));

  const modelFor = (written: string): LanguageModel | null => {
    const { id, alias } = resolveModelId(written);
    const provider = id.slice(0, Math.max(0, id.indexOf('/')));
    if (!isProvider(provider)) {
      throw new ModelConfigurationError(
        `MODEL_CHAIN names "${written}", which is no model we know. It should name models as <vendor>/<model>, such as google/gemini-3.8-flash; vendors are ${Object.keys(KEY_VARIABLES).join(', ')}.`,
      );
    }
    if (alias !== null) {
      const ended = alias.endedOn === null ? 'is no longer served' : `ends or ended on ${alias.endedOn}`;
      remark('model_alias', `${written} ${ended}; ${id} answers in its place (${alias.source})`);
    }
    if (connections[provider] === undefined) {
      remark('model_left_out', `${id} is left out: ${KEY_VARIABLES[provider]} is not set`);
      return null;
    }
    const known = models.get(id);
    if (known !== undefined) return known;
    const { model } = createVendorModel(id, connections);
    models.set(id, model);
    for (const { event, message, alert } of concerns(model, prices, now)) remark(event, message, alert);
    return model;
  };

  const byAssistant = new Map(
    assistants.map((assistant) => {
      const chain = chainOf(config, assistant).map(modelFor);
      return [assistant.id, [...new Set(chain.filter((model) => model !== null))]] as const;
    }),
  );
  return { byAssistant, all: [...models.values()], prices, remarks: [...remarks.values()] };
}

/** The chain an assistant's own file names, else the installation's, else the one it comes with. */
function chainOf({ models }: AppConfig, { id, brand, models: own }: AssistantDefinition): readonly string[] {
  return models.chainByAssistantFolder[brand.id] ?? models.chainByAssistantFolder[id] ?? models.chain ?? own;
}

function connectionsOf({ google, xai, groq, openai, compatible }: AppConfig['vendors']): VendorConnections {
  const connection = (vendor: VendorConfig | null) =>
    vendor?.enabled === true ? { apiKey: vendor.apiKey?.reveal() ?? null, baseUrl: vendor.baseUrl } : undefined;
  return {
    google: connection(google),
    xai: connection(xai),
    groq: connection(groq),
    openai: connection(openai),
    compatible: connection(compatible),
  };
}

/** What is wrong with a model before it is asked: no price, or an end in sight. */
function concerns({ id, provider }: LanguageModel, prices: PriceList, now: Date): ModelRemark[] {
  const found: ModelRemark[] = [];
  if (prices.find(id, now) === null) {
    const message = `${id} has no price on file: what it costs is not counted, and no budget holds it. Give it one in MODEL_PRICES_FILE (0 for a server of your own)`;
    const alert: Alert | null =
      provider === 'compatible' ? null : { kind: 'model_without_price', severity: 'warning', subject: id, message };
    found.push({ event: 'model_unpriced', message, alert });
  }
  const retiresOn = findInCatalogue(id)?.retiresOn;
  if (retiresOn !== undefined && Date.parse(retiresOn) - now.getTime() < RETIREMENT_NOTICE_DAYS * DAY_MS) {
    const message = `${id} is retired by its vendor on ${retiresOn}: put its successor into MODEL_CHAIN`;
    found.push({
      event: 'model_retiring',
      message,
      alert: { kind: 'model_retiring', severity: 'warning', subject: id, message },
    });
  }
  return found;
}

/** Thousands of prices. */
const MOST_PRICES_BYTES = 1_048_576;
const dollars = z.number().min(0).max(1_000_000);
const pricesFile = z.array(
  z.strictObject({
    model: z.string().regex(/^[a-z-]+\/.+$/, 'must be <vendor>/<model>'),
    from: z.iso.date(),
    inputPerMillion: dollars,
    cachedInputPerMillion: dollars.optional(),
    outputPerMillion: dollars,
  }),
);

/** The shipped prices with those of the operator's file, which win where both name a model and a day. */
function withPricesOf(file: string | undefined): Price[] {
  const shipped = CATALOGUE.flatMap(({ id, prices }) => prices.map((price) => ({ model: id, ...price })));
  if (file === undefined) return shipped;
  const own = readPrices(file);
  const named = new Set(own.map(({ model, from }) => `${model} ${from}`));
  return [...shipped.filter(({ model, from }) => !named.has(`${model} ${from}`)), ...own];
}

function readPrices(file: string): Price[] {
  const refuse = (problem: string): never => {
    throw new ModelConfigurationError(
      `MODEL_PRICES_FILE is ${file}, and ${problem}. It should be a JSON list such as [{"model": "openai/gpt-x", "from": "2026-11-01", "inputPerMillion": 0.1, "cachedInputPerMillion": 0.01, "outputPerMillion": 0.5}], in US dollars per million tokens.`,
    );
  };
  let content: unknown;
  try {
    const found = statSync(file);
    if (!found.isFile()) return refuse('it is not a file');
    if (found.size > MOST_PRICES_BYTES) return refuse('it is too large for a list of prices');
    // Some editors begin a file with a byte order mark.
    content = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    if (error instanceof ModelConfigurationError) throw error;
    return refuse(error instanceof SyntaxError ? 'it is not JSON' : 'it cannot be read');
  }
  const parsed = pricesFile.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(`${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'is not valid'}`);
  }
  const twice = parsed.data.find(
    ({ model, from }, place) =>
      parsed.data.findIndex((other) => other.model === model && other.from === from) !== place,
  );
  if (twice !== undefined) return refuse(`it has two prices of ${twice.model} from ${twice.from}`);
  const micro = (amount: number) => Math.round(amount * 1_000_000);
  return parsed.data.map(({ model, from, inputPerMillion, cachedInputPerMillion, outputPerMillion }) => ({
    model,
    from,
    inputPerMillion: micro(inputPerMillion),
    cachedInputPerMillion: micro(cachedInputPerMillion ?? inputPerMillion),
    outputPerMillion: micro(outputPerMillion),
  }));
}

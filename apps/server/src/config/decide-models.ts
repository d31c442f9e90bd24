import { resolve } from 'node:path';
import type { AppConfig, ModelsConfig } from './app-config.ts';
import type { SettingsLayer } from './reading.ts';
import type { Settings } from './settings.ts';

const VENDORS = ['google', 'xai', 'groq', 'openai', 'compatible'] as const;
/** A vendor's name, then its model's, which may hold slashes and colons of its own; or a model's name alone. */
const MODEL_ID = new RegExp(`^(((${VENDORS.join('|')})/)[\\w.:@+-]+(/[\\w.:@+-]+)*|[\\w.:@+-]+)$`);
/** The model of this process. */
const BUILTIN = 'rapport/built-in';
/** A cent is ten thousand millionths of a dollar. */
const MICRO_USD_PER_CENT = 10_000;

const idsOf = (written: string): readonly string[] => written.split(/[\s,]+/).filter((id) => id !== '');

/** The chain as written; null when it is unset. Refuses what can't be one, naming the part. */
function checkChain(
  settings: Settings,
  ids: readonly string[],
  vendors: AppConfig['vendors'],
): readonly string[] | null {
  if (ids.length === 0) return null;
  // As the start-up lines show it; it is last whether it is named or not.
  if (ids.at(-1) === BUILTIN) return ids.length === 1 ? [] : checkChain(settings, ids.slice(0, -1), vendors);
  const example = 'models such as google/gemini-3.8-flash,groq/openai/gpt-oss-120b';
  // A part of dots alone would be a step in the vendor's address.
  const malformed = ids.find((id) => !MODEL_ID.test(id) || /(^|\/)\.+(\/|$)/.test(id));
  if (malformed !== undefined) {
    settings.refuse(
      'MODEL_CHAIN',
      `${JSON.stringify(malformed)} is no <vendor>/<model> of ${VENDORS.join(', ')}`,
      example,
    );
    return null;
  }
  const twice = ids.find((id, place) => ids.indexOf(id) !== place);
  if (twice !== undefined) settings.refuse('MODEL_CHAIN', `it names ${twice} twice`, 'each model once, in order');
  if (ids.some((id) => id.startsWith('compatible/')) && vendors.compatible === null) {
    settings.refuse(
      'MODEL_CHAIN',
      'it names a model of a compatible server, and COMPATIBLE_BASE_URL says of none',
      'COMPATIBLE_BASE_URL set, such as http://127.0.0.1:11434/v1, or the model left out',
    );
  }
  return ids;
}

/** Which models speak, how long they may take, what they may cost, and which replies are kept. */
export function decideModels(
  settings: Settings,
  layers: readonly SettingsLayer[],
  vendors: AppConfig['vendors'],
  root: string,
): ModelsConfig {
  const deadlines = {
    firstToken: settings.wholeNumber('MODEL_FIRST_TOKEN_TIMEOUT_MS'),
    idle: settings.wholeNumber('MODEL_IDLE_TIMEOUT_MS'),
    attempt: settings.wholeNumber('MODEL_ATTEMPT_TIMEOUT_MS'),
    turn: settings.wholeNumber('TURN_TIMEOUT_MS'),
  };
  if (deadlines.turn < deadlines.firstToken) {
    settings.refuse(
      'TURN_TIMEOUT_MS',
      `it is shorter than MODEL_FIRST_TOKEN_TIMEOUT_MS, ${deadlines.firstToken}`,
      'as long as a first word may take, or longer',
    );
  }
  const pricesFile = settings.optionalText('MODEL_PRICES_FILE');
  const budget = (name: 'DAILY_BUDGET_CENTS' | 'DAILY_BUDGET_PER_PERSON_CENTS') => {
    const cents = settings.wholeNumber(name);
    return cents === 0 ? null : cents * MICRO_USD_PER_CENT;
  };
  return {
    chain: checkChain(settings, settings.list('MODEL_CHAIN'), vendors),
    chainByAssistantFolder: Object.fromEntries(
      layers.flatMap(({ assistantFolder, values }) => {
        if (assistantFolder === undefined) return [];
        const chain = checkChain(settings, idsOf(values.get('MODEL_CHAIN') ?? ''), vendors);
        return chain === null ? [] : [[assistantFolder, chain] as const];
      }),
    ),
    ...(pricesFile === undefined ? {} : { pricesFile: resolve(root, pricesFile) }),
    deadlines,
    budgets: {
      brandPerDay: budget('DAILY_BUDGET_CENTS'),
      personPerDay: budget('DAILY_BUDGET_PER_PERSON_CENTS'),
    },
    replyCache: {
      maxEntries: settings.wholeNumber('REPLY_CACHE_MAX_ENTRIES'),
      ttlSeconds: settings.wholeNumber('REPLY_CACHE_TTL_SECONDS'),
    },
  };
}

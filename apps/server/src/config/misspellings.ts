import { type EnvironmentReading, mergeLayers, processSource, type Setting } from './reading.ts';
import { isVariableName, type VariableName, variables } from './variables.ts';

/** Names that other tools give to what we call otherwise. */
const otherNames: Readonly<Record<string, VariableName>> = {
  APP_ENVIRONMENT: 'APP_ENV',
  ENVIRONMENT: 'APP_ENV',
  CORS_ORIGIN: 'CORS_ORIGINS',
  ALLOWED_ORIGINS: 'CORS_ORIGINS',
  CORS_ALLOWED_ORIGINS: 'CORS_ORIGINS',
  BASE_URL: 'PUBLIC_URL',
  TRUSTED_PROXIES: 'TRUST_PROXY',
  DB_DATABASE: 'DB_NAME',
  DB_PASS: 'DB_PASSWORD',
  DB_USERNAME: 'DB_USER',
  POSTGRES_URL: 'DATABASE_URL',
  POSTGRESQL_URL: 'DATABASE_URL',
  PG_URL: 'DATABASE_URL',
  REDIS_USERNAME: 'REDIS_USER',
  REDIS_DATABASE: 'REDIS_DB',
  REDIS_SSL: 'REDIS_TLS',
  GEMINI_API_KEY: 'GOOGLE_API_KEY',
  GOOGLE_AI_API_KEY: 'GOOGLE_API_KEY',
  GOOGLE_GENERATIVE_AI_API_KEY: 'GOOGLE_API_KEY',
  GROK_API_KEY: 'XAI_API_KEY',
  SUPABASE_SERVICE_KEY: 'SUPABASE_SERVICE_ROLE_KEY',
  SUPABASE_PUBLISHABLE_KEY: 'SUPABASE_ANON_KEY',
  SUPABASE_SECRET_KEY: 'SUPABASE_SERVICE_ROLE_KEY',
};

/** Fewest edits (insert, delete, replace, swap neighbours) from one text to the other: optimal string alignment. */
const editDistance = (from: string, to: string): number => {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1] && row > 1 && column > 1) {
        best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
};

/** `HOST`, `PORT` and `ROLE` are a letter from many an innocent name; only names of two words are guessed at. */
const guessable = variables.map(({ name }) => name).filter((name) => name.includes('_'));

/** The variable that was probably meant by a name we don't read, or undefined. */
export const likelyVariable = (name: string): VariableName | undefined => {
  const folded = name.toUpperCase().replaceAll('-', '_');
  if (isVariableName(folded)) return folded.includes('_') ? folded : undefined;
  const other = otherNames[folded];
  if (other !== undefined) return other;
  const allowed = folded.length < 8 ? 1 : 2;
  const ranked = guessable
    .map((candidate) => ({ candidate, distance: editDistance(folded, candidate) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((one, two) => one.distance - two.distance);
  return ranked[0]?.candidate;
};

export interface Misspelling {
  readonly name: string;
  readonly setting: Setting;
  readonly likely: VariableName;
}

/**
 * Variables that are set, unknown, and close to one of ours. Another tool's name for the same thing, given to the
 * process while ours is set too, is left alone: it may be there for that other tool.
 */
export const findMisspellings = (reading: EnvironmentReading): readonly Misspelling[] => {
  const merged = mergeLayers(reading.layers);
  return [...merged].flatMap(([name, setting]) => {
    const likely = isVariableName(name) ? undefined : likelyVariable(name);
    if (likely === undefined) return [];
    const anotherTools = otherNames[name] !== undefined && setting.source === processSource && merged.has(likely);
    return anotherTools ? [] : [{ name, setting, likely }];
  });
};

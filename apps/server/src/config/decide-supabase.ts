import type { SupabaseConfig } from './app-config.ts';
import { fewestSecretCharacters } from './decide-secrets.ts';
import { isLoopback } from './network-address.ts';
import { readClaims } from './secret-strength.ts';
import type { Secret } from './secrets.ts';
import type { Settings } from './settings.ts';

/** What a key opens, as it says itself: by a token's `role`, or by the prefix of the newer keys. */
const keyRole = (key: Secret): 'anon' | 'service_role' | 'unknown' => {
  const written = key.reveal();
  const role = readClaims(written)?.role;
  if (role === 'service_role' || written.startsWith('sb_secret_')) return 'service_role';
  return role === 'anon' || written.startsWith('sb_publishable_') ? 'anon' : 'unknown';
};

const decideKeys = (settings: Settings): { readonly anonKey?: Secret; readonly serviceRoleKey?: Secret } => {
  const anon = settings.secret('SUPABASE_ANON_KEY');
  const service = settings.secret('SUPABASE_SERVICE_ROLE_KEY');
  const either = settings.secret('SUPABASE_KEY');
  if (anon !== undefined && keyRole(anon) === 'service_role') {
    settings.refuse(
      'SUPABASE_ANON_KEY',
      'it is the service role key, which opens every row and must never reach a browser',
      "the project's anon or publishable key; make a new service role key if this one was ever published",
    );
  }
  if (service !== undefined && keyRole(service) === 'anon') {
    settings.refuse('SUPABASE_SERVICE_ROLE_KEY', 'it is the anon key', "the project's service role or secret key");
  }
  const eitherIsService = either !== undefined && keyRole(either) === 'service_role';
  const named = eitherIsService ? service : anon;
  if (either !== undefined && named !== undefined && named.reveal() !== either.reveal()) {
    const twin = eitherIsService ? 'SUPABASE_SERVICE_ROLE_KEY' : 'SUPABASE_ANON_KEY';
    settings.refuse('SUPABASE_KEY', `it contradicts ${twin}`, `unset: ${twin} is its newer name`);
  }
  const anonKey = anon ?? (eitherIsService ? undefined : either);
  const serviceRoleKey = service ?? (eitherIsService ? either : undefined);
  return {
    ...(anonKey === undefined ? {} : { anonKey }),
    ...(serviceRoleKey === undefined ? {} : { serviceRoleKey }),
  };
};

/** The Supabase project whose tokens are accepted beside ours, or null. */
export const decideSupabase = (settings: Settings): SupabaseConfig | null => {
  const url = settings.url('SUPABASE_URL');
  const jwtSecret = settings.secret('SUPABASE_JWT_SECRET');
  const keys = decideKeys(settings);
  if (url?.protocol === 'http:' && settings.strict && !isLoopback(url.hostname)) {
    settings.refuse('SUPABASE_URL', 'keys fetched over plain http can be swapped on the way', 'an https URL');
  }
  if (url !== undefined && /^(your|my)-?project|^<|^example\./i.test(url.hostname)) {
    settings.refuse('SUPABASE_URL', 'it is a placeholder that nobody replaced', "your project's URL, or nothing");
  }
  if (jwtSecret !== undefined && jwtSecret.reveal().length < fewestSecretCharacters) {
    settings.refuse(
      'SUPABASE_JWT_SECRET',
      `it has ${jwtSecret.reveal().length} characters, so it isn't a project's JWT secret`,
      "the JWT secret of the project's settings, or nothing",
    );
  }
  const given = { ...(url === undefined ? {} : { url: url.href.replace(/\/+$/, '') }), ...keys };
  const project = { ...given, ...(jwtSecret === undefined ? {} : { jwtSecret }) };
  if (Object.keys(project).length === 0) return null;
  if (url === undefined && jwtSecret === undefined) {
    settings.warn(
      'SUPABASE_URL',
      "a key alone verifies no token, so the project's users can't sign in here",
      "the project's URL, or its SUPABASE_JWT_SECRET",
    );
  }
  return project;
};

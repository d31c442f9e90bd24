import type { AppConfig } from './app-config.ts';
import { maskValue } from './findings.ts';
import type { EnvironmentName } from './reading.ts';
import { fewestSecretCharacters } from './decide-secrets.ts';
import { howWeak } from './secret-strength.ts';
import { Secret } from './secrets.ts';
import type { Settings } from './settings.ts';

/** An origin, or every subdomain of one, as `frame-ancestors` takes it (CSP level 3, § 2.3.1). */
const SITE = /^https?:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?:\d{1,5}|\*))?$/i;
const BRAND_ID = /^[a-z][a-z0-9-]{0,63}$/;

/** A shop tried out on one's own machine. */
const OWN_MACHINE = ['http://localhost:*', 'http://127.0.0.1:*'];

/** Whose pages may show the widget, and with which secrets a brand's server vouches for its customers. */
export const decideWidget = (settings: Settings, environment: EnvironmentName): AppConfig['widget'] => ({
  sites: [...decideSites(settings), ...(environment === 'development' ? OWN_MACHINE : [])],
  identitySecrets: decideIdentitySecrets(settings),
});

const decideSites = (settings: Settings): readonly string[] => {
  const remedy = 'sites such as https://shop.example.com or https://*.example.com, separated by commas';
  const sites = settings.list('WIDGET_SITES');
  for (const site of sites) {
    if (!SITE.test(site)) {
      settings.refuse('WIDGET_SITES', `${maskValue('WIDGET_SITES', site)} is not a site`, remedy);
    } else if (settings.strict && site.startsWith('http:')) {
      settings.refuse('WIDGET_SITES', `${site} is plain http: what is said there can be read on the way`, 'https');
    }
  }
  return sites;
};

const decideIdentitySecrets = (settings: Settings): AppConfig['widget']['identitySecrets'] => {
  const name = 'WIDGET_IDENTITY_SECRETS';
  const remedy = `<brand>=<at least ${fewestSecretCharacters} characters drawn at random>, separated by commas; two of a brand while they are exchanged`;
  const written = settings.secret(name, remedy)?.reveal();
  const secrets = new Map<string, Secret[]>();
  for (const entry of (written ?? '').split(/[\s,]+/).filter((part) => part !== '')) {
    const at = entry.indexOf('=');
    const [brand, secret] = [entry.slice(0, Math.max(0, at)), entry.slice(at + 1)];
    if (!BRAND_ID.test(brand)) {
      settings.refuse(name, 'one of its entries does not begin with the id of a brand and "="', remedy);
      continue;
    }
    if (secret.length < fewestSecretCharacters) {
      settings.refuse(name, `the secret of ${brand} has ${secret.length} characters`, remedy);
      continue;
    }
    const weak = howWeak(secret);
    if (weak !== null && settings.strict) settings.refuse(name, `of the secret of ${brand}: ${weak}`, remedy);
    else if (weak !== null) settings.warn(name, `of the secret of ${brand}: ${weak}`, remedy);
    secrets.set(brand, [...(secrets.get(brand) ?? []), new Secret(secret)]);
  }
  return secrets;
};

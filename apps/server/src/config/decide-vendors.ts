import type { AppConfig, VendorConfig } from './app-config.ts';
import { isPrivateNetwork } from './network-address.ts';
import type { Settings } from './settings.ts';
import { findVariable } from './variables.ts';

/** The guide's own test of a key: "Should be > 30 characters". Shorter ones are most often cut in copying. */
const shortestUsualKey = 30;

type Vendor = keyof typeof variablesOf;

const variablesOf = {
  google: { key: 'GOOGLE_API_KEY', baseUrl: 'GOOGLE_BASE_URL' },
  xai: { key: 'XAI_API_KEY', baseUrl: 'XAI_BASE_URL' },
  openai: { key: 'OPENAI_API_KEY', baseUrl: 'OPENAI_BASE_URL' },
  groq: { key: 'GROQ_API_KEY', baseUrl: 'GROQ_BASE_URL' },
  compatible: { key: 'COMPATIBLE_API_KEY', baseUrl: 'COMPATIBLE_BASE_URL' },
} as const;

const decideVendor = (settings: Settings, vendor: Vendor): VendorConfig => {
  const { key, baseUrl } = variablesOf[vendor];
  const apiKey = settings.secret(key);
  const url = settings.url(baseUrl);
  const standard = findVariable(baseUrl).default ?? '';
  const example = standard || findVariable(baseUrl).example;
  const address = (url?.href ?? standard).replace(/\/+$/, '');
  if (url !== undefined && (url.username !== '' || url.search !== '' || url.hash !== '')) {
    settings.refuse(baseUrl, 'it carries more than a host and a path', `a URL such as ${example}`);
  }
  if (/\/chat\/completions$/.test(address)) {
    settings.refuse(
      baseUrl,
      'it is the address of one call',
      `what stands before /chat/completions, such as ${example}`,
    );
  }
  if (/\s/.test(settings.find(baseUrl)?.value.trim() ?? '')) {
    settings.refuse(
      baseUrl,
      'there is white space in it, perhaps a second variable',
      `a URL alone, such as ${example}`,
    );
  }
  if (settings.strict && url?.protocol === 'http:' && !isPrivateNetwork(url.hostname)) {
    settings.refuse(baseUrl, 'over plain http, the key and what people say can be read on the way', 'an https URL');
  }
  if (apiKey !== undefined && /[^\x21-\x7e]/.test(apiKey.reveal())) {
    settings.refuse(key, "it holds characters that can't be sent in a header", 'the key as the vendor shows it');
  } else if (settings.strict && apiKey !== undefined && apiKey.reveal().length < shortestUsualKey) {
    settings.warn(key, 'it is shorter than any key we know of', 'the whole key, as the vendor shows it');
  }
  return {
    ...(apiKey === undefined ? {} : { apiKey }),
    baseUrl: address,
    enabled: apiKey !== undefined || address !== standard,
  };
};

/** Each vendor of models: its key, where it is, and whether it can be asked at all. */
export const decideVendors = (settings: Settings): AppConfig['vendors'] => {
  const compatible = decideVendor(settings, 'compatible');
  if (compatible.baseUrl === '' && compatible.apiKey !== undefined) {
    settings.warn('COMPATIBLE_API_KEY', 'nobody is asked with it', 'COMPATIBLE_BASE_URL set too, or this left out');
  }
  return {
    google: decideVendor(settings, 'google'),
    xai: decideVendor(settings, 'xai'),
    openai: decideVendor(settings, 'openai'),
    groq: decideVendor(settings, 'groq'),
    compatible: compatible.baseUrl === '' ? null : compatible,
  };
};

import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { KeyValueStore } from '../client/storage.ts';
import { chooseLanguage, type Language } from './languages.ts';

/** The person's own choice; without one the browser's languages decide. */
const CHOICE_KEY = 'language';

/** Every file of words comes when a page that speaks them does. */
const WORDS = import.meta.glob<Record<string, unknown>>('./{en,es}/*.json', { import: 'default' });

const files: BackendModule = {
  type: 'backend',
  init: () => {},
  read: async (language, namespace) => {
    const load = WORDS[`./${language}/${namespace}.json`];
    if (load === undefined) throw new Error(`There are no words for "${namespace}" in "${language}".`);
    return load();
  },
};

/**
 * Makes words available to every component, in the person's language. Resolves when those of the first page are there,
 * so that nothing is drawn without its words.
 */
export async function openLanguage(store: KeyValueStore): Promise<void> {
  const announce = (language: string) => {
    document.documentElement.lang = language;
    document.documentElement.dir = i18next.dir(language);
  };
  i18next.on('languageChanged', announce);
  await i18next
    .use(files)
    .use(initReactI18next)
    .init({
      lng: chooseLanguage(store.get(CHOICE_KEY), navigator.languages),
      fallbackLng: 'en',
      load: 'languageOnly',
      ns: ['common', 'talk'],
      defaultNS: 'common',
      // React escapes what it draws.
      interpolation: { escapeValue: false },
      partialBundledLanguages: true,
    });
}

/** Speaks another language from here on, on this device. */
export async function speak(language: Language, store: KeyValueStore): Promise<void> {
  store.set(CHOICE_KEY, language);
  await i18next.changeLanguage(language);
}

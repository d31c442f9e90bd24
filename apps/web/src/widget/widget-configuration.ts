interface Colours {
  readonly accent: string;
  readonly onAccent: string;
}

export interface WidgetTheme {
  readonly light: Colours;
  readonly dark: Colours;
}

/** What the server puts into an assistant's script. */
export interface WidgetConfiguration {
  readonly assistant: { readonly id: string; readonly name: string };
  readonly theme: WidgetTheme;
}

/** What the brand says by attributes of the script tag, as `data-position`. */
export interface WidgetOptions {
  /** Which side of the window it stands on, in the direction of reading. */
  readonly position: 'start' | 'end';
  /** `auto`: as the device is set. */
  readonly theme: 'light' | 'dark' | 'auto';
  /** BCP 47; null: as the brand's page says, else as the device is set. */
  readonly language: string | null;
  /** True for a shop with a button of its own. */
  readonly hidesButton: boolean;
}

/** Reads the script tag; what it says wrongly counts as unsaid, because a shop's page must not break by it. */
export function readOptions({ position, theme, language, button }: DOMStringMap): WidgetOptions {
  return {
    position: position === 'start' ? 'start' : 'end',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    language: language === undefined || language.trim() === '' ? null : language.trim(),
    hidesButton: button === 'none',
  };
}

const WORDS = {
  en: { open: 'Chat with {name}', close: 'Close the chat', unread: '{count} new' },
  es: { open: 'Hablar con {name}', close: 'Cerrar el chat', unread: '{count} nuevos' },
} as const;

/** The few words of the button, in the language asked for or English. */
export const wordsIn = (language: string): (typeof WORDS)['en' | 'es'] =>
  WORDS[language.toLowerCase().startsWith('es') ? 'es' : 'en'];

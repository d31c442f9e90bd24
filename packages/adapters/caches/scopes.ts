import type { CacheKey } from '@rapport/core/cache/cache-key.ts';
import type { ClearScope } from '@rapport/core/cache/reply-store.ts';

/** A scope's name: brand and assistant, with `*` for all of them. Ids hold neither `*` nor `:`. */
export function scopeName({ brand, assistant }: ClearScope): string {
  return `${brand ?? '*'}:${assistant ?? '*'}`;
}

/** The scopes a key lies in: a clear of any of them takes it away. */
export function scopesOf({ brand, assistant }: CacheKey): readonly string[] {
  return [scopeName({}), scopeName({ brand }), scopeName({ assistant }), scopeName({ brand, assistant })];
}

/** Whether a brand and assistant's name, as `scopeName` makes it, lies in a scope. */
export function isWithin(name: string, { brand, assistant }: ClearScope): boolean {
  const [ofBrand, ofAssistant] = name.split(':');
  return (brand === undefined || brand === ofBrand) && (assistant === undefined || assistant === ofAssistant);
}

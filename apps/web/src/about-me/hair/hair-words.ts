import type { HairFields } from '@rapport/wire';
import type { TFunction } from 'i18next';

export type HairField = HairFields['fields'][number];

/** What a field is called here; an assistant of one's own may ask for more, which has the name it gave. */
export const fieldName = (t: TFunction<'about-me'>, { id, name }: HairField): string =>
  t(`hair.fields.${id}` as 'hair.fields.type', { defaultValue: name });

/** What a value is called here, or as the assistant calls it. */
export function valueName(t: TFunction<'about-me'>, field: HairField, value: string): string {
  const known = field.values.find(({ id }) => id === value);
  return t(`hair.values.${field.id}.${value}` as 'hair.fields.type', { defaultValue: known?.name ?? value });
}

import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import type { AppConfig, BrandOverride } from './config/config.ts';
import { AssistantFolderError } from './find-assistants.ts';

/**
 * The assistants under the names the configuration gives their brands. `BRAND_NAME` and `BRAND_FOCUS` of the
 * installation are for the assistant that speaks for a brand; what an assistant's own `.env` says is for that one.
 *
 * @throws AssistantFolderError where the installation's would name several brands alike.
 */
export function brandedAssistants(
  definitions: readonly AssistantDefinition[],
  brand: AppConfig['brand'],
): readonly AssistantDefinition[] {
  const guides = definitions.filter(({ kind }) => kind === 'guide');
  if ((brand.name ?? brand.focus) !== undefined && guides.length > 1) {
    const variable = brand.name === undefined ? 'BRAND_FOCUS' : 'BRAND_NAME';
    throw new AssistantFolderError(
      `${variable} is set for the whole installation, and it serves several brands (${guides.map(({ id }) => id).join(', ')}), which would all go by it. Say in ASSISTANTS which to serve, or take it out of .env: a brand's own name stands in its assistant.`,
    );
  }
  return definitions.map((definition) => {
    const own: BrandOverride =
      brand.byAssistantFolder[definition.brand.id] ?? brand.byAssistantFolder[definition.id] ?? {};
    const installation: BrandOverride = definition.kind === 'guide' ? brand : {};
    const name = own.name ?? installation.name ?? definition.brand.name;
    const focus = own.focus ?? installation.focus ?? definition.brand.focus;
    return { ...definition, brand: { ...definition.brand, name, focus } };
  });
}

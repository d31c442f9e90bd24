import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import type { AppConfig, BrandOverride } from './config/config.ts';

/**
 * The assistants under the names the configuration gives their brands. `BRAND_NAME` and `BRAND_FOCUS` of the
 * installation are for assistants that speak for a brand; what an assistant's own `.env` says is for that one.
 */
export function brandedAssistants(
  definitions: readonly AssistantDefinition[],
  brand: AppConfig['brand'],
): readonly AssistantDefinition[] {
  return definitions.map((definition) => {
    const own: BrandOverride =
      brand.byAssistantFolder[definition.brand.id] ?? brand.byAssistantFolder[definition.id] ?? {};
    const installation: BrandOverride = definition.kind === 'guide' ? brand : {};
    const name = own.name ?? installation.name ?? definition.brand.name;
    const focus = own.focus ?? installation.focus ?? definition.brand.focus;
    return { ...definition, brand: { ...definition.brand, name, focus } };
  });
}

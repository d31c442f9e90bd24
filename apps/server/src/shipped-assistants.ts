import type { AssistantDefinition } from '@rapport/core/assistants/define-assistant.ts';
import { jumbo } from '@rapport/jumbo';
import { siennaNaturals } from '@rapport/sienna-naturals';

/** The assistants this installation serves, in the order in which they are shown. */
export const SHIPPED_ASSISTANTS: readonly AssistantDefinition[] = [siennaNaturals, jumbo];

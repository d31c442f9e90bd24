import { type CareInMind, careInMind } from '../../understanding/care-in-mind.ts';
import type { GuideTurn } from './turn.ts';

/** What stands of the person's body in this conversation. Cheap enough to read anew where it is needed. */
export function careOf({ material, conversation }: Pick<GuideTurn, 'material' | 'conversation'>): CareInMind {
  return careInMind(material.message, conversation.personSaid);
}

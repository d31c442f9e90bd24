import type { ComposedReply, ReplyMaterial } from '../models/reply-material.ts';
import { createChoice } from './choice.ts';
import { CRISIS_REPLY } from './companion/reflections.ts';
import { composeCompanion } from './compose-companion.ts';
import { composeGuide } from './compose-guide.ts';
import { readConversation } from './conversation.ts';
import { otherLanguageReply, urgentReply } from './languages/languages.ts';
import { tidy } from './writing.ts';

/**
 * Writes a reply from what was gathered, without any model: pure, and the same for the same material. Under 80 words
 * unless the person asks for detail, one question at most.
 */
export function composeReply(material: ReplyMaterial): ComposedReply {
  if (material.summary.risk.level === 'crisis') return { text: CRISIS_REPLY, citations: [], suggestions: [] };
  const conversation = readConversation(material.history, material.preferredName);
  const choice = createChoice(material.seed);
  const urgent = material.assistant.kind === 'guide' ? urgentReply(material.message) : null;
  const foreign = urgent ?? otherLanguageReply(material, conversation, choice);
  if (foreign !== null) return { text: tidy(foreign), citations: [], suggestions: [] };
  return material.assistant.kind === 'guide'
    ? composeGuide(material, conversation, choice)
    : composeCompanion(material, conversation, choice);
}

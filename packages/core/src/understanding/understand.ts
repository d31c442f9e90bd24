import { gistOf, questionIn } from './gist.ts';
import { intentOf } from './intent.ts';
import { languageOf } from './language.ts';
import { mentionsIn } from './mentions.ts';
import { readMood } from './mood.ts';
import { readMoodByRules } from './mood-rules.ts';
import { readName } from './names.ts';
import { readRisk } from './risk.ts';
import type { Risk, Summary } from './summary.ts';
import { clean, plain, unambiguous } from './text.ts';
import { topicsOf } from './topics.ts';

/**
 * Step one of summarise → respond: what one message says. `nameAsked`: the message answers "what should I call you?".
 * `knownName`: what the person is called now.
 * Pure and in process; takes any string, never throws, and its time is linear in the first 8,000 characters.
 */
export function understand(
  text: string,
  context: { readonly nameAsked: boolean; readonly knownName?: string | null },
): Summary {
  const cleaned = clean(text);
  const plainText = plain(unambiguous(cleaned));
  const asks = questionIn(cleaned);
  const name = readName(text, { asked: context.nameAsked, known: context.knownName ?? null });
  // A name is given in the oddest words; only those that name a mood tell one.
  const mood = context.nameAsked && name.kind !== 'none' ? readMoodByRules(text) : readMood(text);
  const risk = readRisk(text);
  return {
    gist: gistOf(cleaned),
    // Whatever else a message in a crisis or of a death says, nobody is told that it sounded glad.
    mood: soundsGladAmiss(risk, mood) ? null : mood,
    topics: topicsOf(plainText),
    mentions: mentionsIn(cleaned),
    intent: intentOf(plainText, asks !== null),
    asks,
    risk,
    name,
    language: languageOf(cleaned),
  };
}

function soundsGladAmiss({ level, kind }: Risk, mood: Summary['mood']): boolean {
  if (level === 'crisis') return mood?.polarity !== 'negative';
  return kind === 'grief' && mood?.polarity === 'positive';
}

/**
 * Compiles the rules' expressions, for Latin and for other scripts, and unpacks the weights of emotions and moods: call it
 * once at start, so that no person waits for it.
 */
export function warmUp(): void {
  for (const text of ['I went home today.', 'I went home today — 今日.']) {
    for (let run = 0; run < 2; run += 1) understand(text, { nameAsked: true });
  }
}

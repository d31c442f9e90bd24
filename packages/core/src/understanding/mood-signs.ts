import { EMOJI, type MoodName } from './mood-lexicon.ts';
import type { Heard } from './mood-weighing.ts';

const EMOJI_WEIGHT = 0.8;
const EMOJI_MOODS = indexEmoji();

function indexEmoji(): ReadonlyMap<string, MoodName> {
  const index = new Map<string, MoodName>();
  for (const [mood, list] of Object.entries(EMOJI) as [MoodName, string][]) {
    for (const sign of list.split(' ')) index.set(sign, mood);
  }
  return index;
}

const SIGN =
  /\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier})?(?:\u200d\p{Extended_Pictographic}\ufe0f?)*|(?<=^|\s)(?:>?[:;=][-'o]?[()[\]dDpPoOcC/\\|]|<3|xD|\^_?\^|\(:|c:)(?=\s|$|[.,!?])/gu;

/** The moods of emoji and faces; a repeated one counts a little more, once. They stand after all words. */
export function* hearSigns(cleaned: string): Generator<Heard> {
  const seen = new Map<MoodName, number>();
  for (const [sign] of cleaned.matchAll(SIGN)) {
    const mood =
      EMOJI_MOODS.get(sign.toLowerCase()) ??
      EMOJI_MOODS.get(sign.replace(/\ufe0f|\p{Emoji_Modifier}/gu, '')) ??
      EMOJI_MOODS.get(`${sign}\ufe0f`);
    if (mood === undefined) continue;
    const times = (seen.get(mood) ?? 0) + 1;
    seen.set(mood, times);
    if (times <= 2) yield { mood, weight: times === 1 ? EMOJI_WEIGHT : EMOJI_WEIGHT / 4, at: 99, hint: false };
  }
}

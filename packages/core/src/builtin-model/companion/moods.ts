import type { Mood } from '@rapport/wire';
import { plain } from '../writing.ts';

interface MoodWords {
  readonly side: 'pleasant' | 'unpleasant' | 'open';
  /** What a situation is that makes one feel so: each completes "That sounds …". */
  readonly situations: readonly string[];
  /** How it is put beside an unpleasant mood, where "but hilarious" would be tactless. */
  readonly besideHard?: readonly string[];
}

/** Moods and the situations behind them. A mood that isn't here is spoken of by its polarity. */
const MOODS: Readonly<Record<string, MoodWords>> = {
  tired: { side: 'unpleasant', situations: ['exhausting', 'tiring', 'draining'] },
  exhausted: { side: 'unpleasant', situations: ['exhausting', 'completely draining'] },
  drained: { side: 'unpleasant', situations: ['draining', 'exhausting'] },
  burnt_out: { side: 'unpleasant', situations: ['utterly draining', 'like too much for too long'] },
  stressed: { side: 'unpleasant', situations: ['stressful', 'like a lot of pressure'] },
  overwhelmed: { side: 'unpleasant', situations: ['overwhelming', 'like too much at once'] },
  sad: { side: 'unpleasant', situations: ['sad', 'painful', 'hard'] },
  lonely: { side: 'unpleasant', situations: ['lonely', 'isolating'] },
  hurt: { side: 'unpleasant', situations: ['hurtful', 'painful'] },
  heartbroken: { side: 'unpleasant', situations: ['heartbreaking', 'deeply painful'] },
  grieving: { side: 'unpleasant', situations: ['heartbreaking', 'so heavy'] },
  disappointed: { side: 'unpleasant', situations: ['disappointing', 'deflating'] },
  discouraged: { side: 'unpleasant', situations: ['discouraging', 'deflating'] },
  hopeless: { side: 'unpleasant', situations: ['bleak', 'very heavy'] },
  frustrated: { side: 'unpleasant', situations: ['frustrating', 'maddening'] },
  annoyed: { side: 'unpleasant', situations: ['annoying', 'irritating'] },
  angry: { side: 'unpleasant', situations: ['infuriating', 'maddening'] },
  resentful: { side: 'unpleasant', situations: ['unfair', 'hard to swallow'] },
  jealous: { side: 'unpleasant', situations: ['hard to watch', 'uncomfortable'] },
  ashamed: { side: 'unpleasant', situations: ['hard to sit with', 'heavy'] },
  guilty: { side: 'unpleasant', situations: ['heavy to carry', 'hard to sit with'] },
  regretful: { side: 'unpleasant', situations: ['hard to look back on', 'heavy'] },
  embarrassed: { side: 'unpleasant', situations: ['awkward', 'embarrassing'] },
  nervous: { side: 'unpleasant', situations: ['nerve-racking', 'daunting'] },
  anxious: { side: 'unpleasant', situations: ['unsettling', 'worrying'] },
  worried: { side: 'unpleasant', situations: ['worrying', 'unsettling'] },
  afraid: { side: 'unpleasant', situations: ['frightening', 'scary'] },
  scared: { side: 'unpleasant', situations: ['scary', 'frightening'] },
  disgusted: { side: 'unpleasant', situations: ['grim', 'revolting'] },
  bored: { side: 'unpleasant', situations: ['tedious', 'dull'] },
  restless: { side: 'unpleasant', situations: ['unsettled', 'hard to settle into'] },
  numb: { side: 'unpleasant', situations: ['heavy', 'strangely flat'] },
  insecure: { side: 'unpleasant', situations: ['unsettling', 'hard on your confidence'] },
  homesick: { side: 'unpleasant', situations: ['lonely', 'hard, being so far from home'] },
  sick: { side: 'unpleasant', situations: ['rough', 'miserable'] },
  unwell: { side: 'unpleasant', situations: ['rough', 'miserable'] },
  confused: { side: 'open', situations: ['confusing', 'hard to make sense of'] },
  surprised: { side: 'open', situations: ['unexpected', 'like quite a surprise'] },
  curious: { side: 'open', situations: ['intriguing', 'interesting'] },
  nostalgic: { side: 'open', situations: ['bittersweet', 'full of memories'] },
  proud: {
    side: 'pleasant',
    situations: ['rewarding', 'well earned', 'satisfying'],
    besideHard: ['with something good in it too'],
  },
  excited: { side: 'pleasant', situations: ['exciting', 'thrilling'] },
  joyful: { side: 'pleasant', situations: ['wonderful', 'lovely', 'joyful'] },
  happy: { side: 'pleasant', situations: ['lovely', 'wonderful'] },
  content: { side: 'pleasant', situations: ['good', 'quietly lovely', 'comfortable'] },
  calm: { side: 'pleasant', situations: ['peaceful', 'restful'] },
  relieved: { side: 'pleasant', situations: ['like such a relief', 'freeing'] },
  grateful: { side: 'pleasant', situations: ['heartwarming', 'touching'] },
  loving: { side: 'pleasant', situations: ['tender', 'heartwarming'] },
  loved: { side: 'pleasant', situations: ['heartwarming', 'warm'] },
  cared_for: { side: 'pleasant', situations: ['heartwarming', 'warm'] },
  hopeful: { side: 'pleasant', situations: ['hopeful', 'promising', 'encouraging'] },
  amused: { side: 'pleasant', situations: ['funny', 'hilarious'], besideHard: ['even if you can laugh about it'] },
  confident: { side: 'pleasant', situations: ['empowering', 'solid'] },
  motivated: { side: 'pleasant', situations: ['energizing', 'promising'] },
  inspired: { side: 'pleasant', situations: ['inspiring', 'energizing'] },
  moved: { side: 'pleasant', situations: ['touching', 'moving'] },
  playful: { side: 'pleasant', situations: ['fun', 'playful'] },
};

/** Two moods that have a phrase of their own, each completing "That sounds …". */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  'tired proud': ['exhausting but rewarding', 'tiring in the best way'],
  'excited nervous': ['exciting and nerve-racking at the same time', 'thrilling and a little scary'],
  'excited anxious': ['exciting and unsettling at the same time', 'thrilling and a little scary'],
  'excited afraid': ['exciting and scary at the same time', 'thrilling and a little frightening'],
  'relieved sad': ['bittersweet', 'like a relief that still hurts'],
  'happy sad': ['bittersweet', 'happy and sad all at once'],
  'joyful sad': ['bittersweet', 'happy and sad all at once'],
  'grateful sad': ['bittersweet', 'touching and sad all at once'],
  'nostalgic sad': ['bittersweet', 'wistful'],
  'proud nervous': ['like something to be proud of, and a bit daunting too', 'rewarding and daunting at once'],
  'hopeful nervous': ['hopeful and a bit scary', 'promising, if nerve-racking'],
  'joyful tired': ['wonderful and completely exhausting', 'like the good kind of tired'],
  'calm tired': ['restful after a long day', 'like well-earned quiet'],
  'angry sad': ['infuriating and sad at once', 'painful and deeply unfair'],
  'ashamed nervous': ['exposing, and hard to shake', 'unsettling and hard to sit with'],
  'lonely sad': ['lonely and sad', 'painfully quiet'],
  'surprised angry': ['confusing, to say the least', 'like a lot of mixed signals at once'],
};

/** What a mood with no entry of its own is called. */
const BY_POLARITY: Readonly<Record<Mood['polarity'], readonly string[]>> = {
  negative: ['hard', 'tough', 'rough'],
  positive: ['lovely', 'heartening', 'wonderful'],
  mixed: ['like a lot of different feelings at once', 'complicated', 'good and hard at the same time'],
  neutral: [],
};

/** Under this confidence a mood is a guess that is better not named. */
const LEAST_CONFIDENCE = 0.3;

/**
 * Phrases that complete "That sounds …" for a mood, such as `exhausting but rewarding` for tired and proud. Empty when
 * there is no mood to speak of.
 */
export function situationPhrases(mood: Mood | null): readonly string[] {
  if (mood === null || mood.confidence < LEAST_CONFIDENCE) return [];
  const primary = wordsOf(mood.primary);
  const secondary = mood.secondary === undefined ? undefined : wordsOf(mood.secondary);
  if (mood.secondary !== undefined) {
    const pair =
      PAIRS[`${key(mood.primary)} ${key(mood.secondary)}`] ?? PAIRS[`${key(mood.secondary)} ${key(mood.primary)}`];
    if (pair !== undefined) return pair;
  }
  if (mood.polarity === 'neutral') return primary?.side === 'open' ? primary.situations : [];
  // A mixed mood is never spoken of by one side alone.
  if (mood.polarity === 'mixed' && (primary === undefined || secondary === undefined)) return BY_POLARITY.mixed;
  if (primary === undefined) return secondary?.situations ?? BY_POLARITY[mood.polarity];
  if (secondary === undefined || secondary === primary) {
    return mood.polarity === 'mixed' ? BY_POLARITY.mixed : primary.situations;
  }
  return pairPhrases(primary, secondary);
}

/** "exhausting but rewarding": the hard side first, so that the phrase ends on the good one. */
function pairPhrases(one: MoodWords, other: MoodWords): readonly string[] {
  const [first, second] = other.side === 'unpleasant' && one.side !== 'unpleasant' ? [other, one] : [one, other];
  if (first.side === 'unpleasant' && second.besideHard !== undefined) {
    const beside = second.besideHard;
    return first.situations.flatMap((situation) => beside.map((remark) => `${situation}, ${remark}`));
  }
  const joiner = first.side === 'unpleasant' && second.side === 'pleasant' ? 'but' : 'and';
  return first.situations.flatMap((situation) =>
    second.situations
      .filter((counterpart) => counterpart !== situation)
      .slice(0, 2)
      .map((counterpart) => `${situation} ${joiner} ${counterpart}`),
  );
}

function wordsOf(mood: string): MoodWords | undefined {
  return MOODS[key(mood)];
}

function key(mood: string): string {
  return plain(mood).replace(/[ -]/g, '_');
}

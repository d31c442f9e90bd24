/**
 * The emotions that people told apart in GoEmotions (Demszky et al., 2020), in the order of the data set's `labels.txt`,
 * each with the one of Ekman's six that the paper counts it to.
 */
const EKMAN_OF = {
  admiration: 'joy',
  amusement: 'joy',
  anger: 'anger',
  annoyance: 'anger',
  approval: 'joy',
  caring: 'joy',
  confusion: 'surprise',
  curiosity: 'surprise',
  desire: 'joy',
  disappointment: 'sadness',
  disapproval: 'anger',
  disgust: 'disgust',
  embarrassment: 'sadness',
  excitement: 'joy',
  fear: 'fear',
  gratitude: 'joy',
  grief: 'sadness',
  joy: 'joy',
  love: 'joy',
  nervousness: 'fear',
  optimism: 'joy',
  pride: 'joy',
  realization: 'surprise',
  relief: 'joy',
  remorse: 'sadness',
  sadness: 'sadness',
  surprise: 'surprise',
  neutral: 'neutral',
} as const;

const SENTIMENT_OF = {
  anger: 'negative',
  disgust: 'negative',
  fear: 'negative',
  joy: 'positive',
  sadness: 'negative',
  surprise: 'ambiguous',
  neutral: 'neutral',
} as const;

export type EmotionLabel = keyof typeof EKMAN_OF;
export type Ekman = keyof typeof SENTIMENT_OF;
export type Sentiment = (typeof SENTIMENT_OF)[Ekman];

export const EMOTION_LABELS: readonly EmotionLabel[] = Object.keys(EKMAN_OF) as EmotionLabel[];
/** Ekman's six, and neutral at the end. */
export const EKMANS: readonly Ekman[] = Object.keys(SENTIMENT_OF) as Ekman[];
/** The paper's three sentiments, and neutral at the end. */
export const SENTIMENTS: readonly Sentiment[] = ['positive', 'negative', 'ambiguous', 'neutral'];

/** Which of Ekman's six, or neutral, a label belongs to. */
export function ekmanOf(label: EmotionLabel): Ekman {
  return EKMAN_OF[label];
}

/** Which sentiment a label belongs to. */
export function sentimentOf(label: EmotionLabel): Sentiment {
  return SENTIMENT_OF[EKMAN_OF[label]];
}

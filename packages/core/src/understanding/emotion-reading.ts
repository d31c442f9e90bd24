import { type EmotionModel, type Emotions, emotionsBy, unpackEmotionModel } from './emotion-model.ts';
import packed from './emotion-weights.json' with { type: 'json' };

let model: EmotionModel | null = null;

/**
 * How likely a message expresses each emotion, by a linear model trained on GoEmotions. English; other languages come
 * out near neutral. Pure and in process; the weights are unpacked at the first call. Takes any string, never throws, and
 * its time is linear in the first 2,000 characters.
 */
export function readEmotions(text: string): Emotions {
  model ??= unpackEmotionModel(packed);
  return emotionsBy(model, text);
}

import type { Mood } from '@rapport/wire';
import { NO_MEMORY, type ReplyMaterial, USUAL_FIT } from '../models/reply-material.ts';
import type { Summary } from '../understanding/summary.ts';

export const GUIDE: ReplyMaterial['assistant'] = {
  name: 'Sienna',
  kind: 'guide',
  brand: 'Sienna Naturals',
  focus: 'natural hair care',
  disclosure: "I'm Sienna, an AI guide from Sienna Naturals.",
};
export const COMPANION: ReplyMaterial['assistant'] = {
  name: 'Jumbo',
  kind: 'companion',
  brand: 'Jumbo',
  focus: 'everyday life',
  disclosure: "I'm Jumbo, an AI companion.",
};

/** A summary that says nothing but what is given. */
export function summaryOf(given: Partial<Summary> = {}): Summary {
  return {
    gist: '',
    mood: null,
    topics: [],
    mentions: [],
    intent: 'share',
    asks: null,
    risk: { level: 'none', kind: null, rule: null },
    name: { kind: 'none' },
    language: 'en',
    ...given,
  };
}

export function moodOf(polarity: Mood['polarity'], primary: string, secondary?: string): Mood {
  const label = secondary === undefined ? primary : `${primary} but ${secondary}`;
  const named = secondary === undefined ? { primary } : { primary, secondary };
  return { label, ...named, polarity, valence: 0, arousal: 0.5, confidence: 0.8 };
}

/** Material for one message to an assistant, with what matters to the test given. */
export function materialOf(
  assistant: ReplyMaterial['assistant'],
  message: string,
  summary: Partial<Summary> = {},
  given: Partial<ReplyMaterial> = {},
): ReplyMaterial {
  return {
    assistant,
    preferredName: null,
    message,
    summary: summaryOf(summary),
    history: [],
    passages: [],
    products: null,
    memory: NO_MEMORY,
    fit: USUAL_FIT,
    seed: 'seed',
    ...given,
  };
}

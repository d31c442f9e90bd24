import type { ChainContext } from '@rapport/core/models/chain.ts';
import type { ModelRequest } from '@rapport/core/models/language-model.ts';
import { NO_MEMORY, USUAL_FIT } from '@rapport/core/models/reply-material.ts';
import { OPEN_GATE } from '@rapport/core/models/model-gate.ts';
import { understand } from '@rapport/core/understanding/understand.ts';

const MESSAGE = 'How often should I wash 4C hair?';

/** A request of a usual size: a prompt of some thousand characters, ten messages. */
export const REQUEST: ModelRequest = {
  instructions: 'Answer in a few plain sentences, and say so when you do not know. '.repeat(60),
  messages: Array.from({ length: 11 }, (_, place) => ({
    role: place % 2 === 0 ? ('user' as const) : ('assistant' as const),
    text: place === 10 ? MESSAGE : 'We spoke of wash days, of water and of what the week was like. '.repeat(4),
  })),
  images: [],
  maxOutputTokens: 600,
  estimatedInputTokens: 1_700,
  streaming: true,
  material: {
    assistant: { name: 'Bench', kind: 'companion', brand: 'Bench', focus: 'measuring', disclosure: "I'm an AI." },
    preferredName: null,
    message: MESSAGE,
    summary: understand(MESSAGE, { nameAsked: false }),
    history: [],
    passages: [],
    products: null,
    memory: NO_MEMORY,
    fit: USUAL_FIT,
    seed: 'bench',
  },
};

/** A chain's surroundings as the server has them, but for the gate, which lets everything pass. */
export const chainContext = (): ChainContext => ({
  signal: new AbortController().signal,
  clock: { now: () => new Date(), monotonicMs: () => performance.now() },
  deadlines: { firstToken: 10_000, idle: 15_000, attempt: 45_000, turn: 60_000 },
  gate: OPEN_GATE,
  check: () => null,
  shrink: () => null,
  onFailedAttempt: () => undefined,
});

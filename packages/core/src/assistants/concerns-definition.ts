import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { repeatedIds, signalOf, weightsOf } from './signal-definition.ts';

const concernId = z.string().regex(/^[a-z]+(_[a-z]+)*$/, 'must be lower-case words joined by underscores');
/** The label of messages that are about none of them, learnt beside the concerns. */
export const OFF_TOPIC = 'off_topic';

const concernWording = weightsOf(concernId);

/** Reads what `scripts/learn-labels.mjs` learnt of concerns. Throws a ZodError for a file that is another thing. */
export const readConcernWording = (file: URL) => concernWording.parse(JSON.parse(readFileSync(file, 'utf8')));

/** What people come to an assistant about, a kind each, and how it is told from a message. */
export const concernsDefinition = z
  .strictObject({
    kinds: z
      .array(
        z.strictObject({
          id: concernId,
          name: z.string().min(1).max(40),
          /** What falls under it, for those who label and for those who read figures of it. */
          meaning: z.string().min(10).max(200),
        }),
      )
      .min(2),
    signals: z.array(signalOf(concernId)).min(1),
    /** How their wording differs, learnt from labelled messages. */
    wording: concernWording,
  })
  .superRefine(({ kinds, signals, wording }, context) => {
    const refuse = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const known = new Set(kinds.map(({ id }) => id));
    for (const message of repeatedIds(kinds.map(({ id }) => id))) refuse('kinds', message);
    for (const message of repeatedIds(signals.map(({ id }) => id))) refuse('signals', message);
    for (const { id, weights } of signals) {
      for (const concern of Object.keys(weights)) {
        if (!known.has(concern)) refuse('signals', `"${id}" speaks for "${concern}", which is none of the kinds`);
      }
    }
    for (const id of [...known, OFF_TOPIC]) {
      if (!wording.labels.includes(id)) refuse('wording', `was learnt without "${id}": learn it anew`);
    }
    for (const label of wording.labels) {
      if (label !== OFF_TOPIC && !known.has(label))
        refuse('wording', `was learnt with "${label}", which is none of the kinds`);
    }
  });

export type ConcernsDefinition = z.output<typeof concernsDefinition>;
export type ConcernsInput = z.input<typeof concernsDefinition>;

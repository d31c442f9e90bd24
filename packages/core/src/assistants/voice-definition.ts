import { z } from 'zod';

/** Words that go into a vendor's prompt as they are: braces would read as slots there. */
const told = (most: number) =>
  z
    .string()
    .min(2)
    .max(most)
    .regex(/^[^{}\n]+$/, 'must be one line without braces');

/** Words of a phrase: letters, digits, apostrophes and hyphens, one space between them. */
const phrase = z
  .string()
  .max(60)
  .regex(/^[\p{L}\p{N}'-]+( [\p{L}\p{N}'-]+)*$/u, 'must be words with one space between them, without punctuation');

const avoided = z.strictObject({
  /** The forms of it, each whole words in any capitals: "tame", "tames", "tamed". */
  words: z.array(phrase).min(1),
  /** What is said in their place. It reads on where they stood. */
  instead: phrase,
  /** Phrases in which they stand rightly: "good hair day". */
  exceptIn: z.array(phrase).default([]),
});

/** How an assistant speaks: told to vendors' models, and held to whoever writes the reply. */
export const voiceDefinition = z
  .strictObject({
    /** How it speaks, a sentence each. */
    speaks: z.array(told(200)).min(1).max(12),
    /** Words to use where they fit, and what for where that is not plain: "coils, curls and kinks for textures". */
    use: z.array(told(120)).max(40).default([]),
    avoid: z.array(avoided).max(100).default([]),
  })
  .superRefine(({ avoid }, context) => {
    const refuse = (place: number, field: string, message: string) =>
      context.addIssue({ code: 'custom', path: ['avoid', place, field], message });
    const seen = new Set<string>();
    const all = avoid.flatMap(({ words }) => words.map(plain));
    for (const [place, { words, instead, exceptIn }] of avoid.entries()) {
      for (const word of words.map(plain)) {
        if (seen.has(word)) refuse(place, 'words', `"${word}" is there twice: write it once`);
        seen.add(word);
      }
      const again = all.find((word) => holds(instead, word));
      if (again !== undefined)
        refuse(place, 'instead', `says "${again}", which is a word to avoid: write it without that`);
      for (const exception of exceptIn) {
        if (words.some((word) => holds(exception, word) && plain(word) !== plain(exception))) continue;
        refuse(
          place,
          'exceptIn',
          `"${exception}" holds none of ${words.join(', ')}: write a longer phrase with one of them`,
        );
      }
    }
  });

export type VoiceDefinition = z.output<typeof voiceDefinition>;
export type VoiceInput = z.input<typeof voiceDefinition>;
export type AvoidedWords = VoiceDefinition['avoid'][number];

const plain = (text: string): string => text.toLowerCase().replaceAll('’', "'");

/** Whether whole words of `text` are `word`. */
function holds(text: string, word: string): boolean {
  return ` ${plain(text).replaceAll('-', ' ')} `.includes(` ${plain(word).replaceAll('-', ' ')} `);
}

import { z } from 'zod';

/** Control characters with line breaks and the ESC of terminal sequences (Cc), and Unicode's own line ends. */
const CONTROLS = '\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029';
/** What turns the text around it: embeddings, overrides and isolates. https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters */
const BIDI_CONTROLS = '\\u202a-\\u202e\\u2066-\\u2069';
const PLAIN_TEXT = new RegExp(`^[^${CONTROLS}${BIDI_CONTROLS}]*$`, 'u');
/** A letter, a number or an emoji; fillers such as U+3164 are letters to Unicode, but nobody sees them. */
const VISIBLE = /(?!\p{Default_Ignorable_Code_Point})[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/**
 * A name someone gives themselves, in any script, as it is kept: without white space at its ends or more than one space
 * inside, in NFC. For what comes in only: what the database holds may be older than these rules.
 *
 * @param maximum longest name, in UTF-16 code units, after that.
 */
export const personName = (maximum: number) =>
  z
    .string()
    .refine((name) => PLAIN_TEXT.test(name) && name.isWellFormed(), {
      message: 'must be one line of text, without control characters or characters that turn its direction',
    })
    .overwrite((name) => name.replace(/\s+/g, ' '))
    .trim()
    .normalize('NFC')
    .min(1)
    .max(maximum)
    .refine((name) => VISIBLE.test(name), { message: 'must contain a letter, a number or an emoji' })
    .meta({ pattern: PLAIN_TEXT.source });

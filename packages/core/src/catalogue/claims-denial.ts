import { DENIES } from './claim-words.ts';

/** Negations that deny nothing: turns of speech, and "not only", which affirms. */
const NO_DENIAL =
  /\b(?:not (?:only|just|merely|simply|to mention|to worry|a doubt)|no (?:doubt|need|question|joke|wonder|worries|worry|kidding|lie|matter|problem|more|wait|waiting|fuss|sweat|surprise|exaggeration)|never (?:mind|fear|fails?)|without (?:fail|(?:a |any )?doubt|question|exaggeration)|(?:don't|do not|never) (?:worry|miss|forget|hesitate|fret|panic|sleep on|wait|overlook|doubt|stress)|nothing (?:short of|less than)|not a day goes by|(?:won't|wouldn't|can't|cannot) (?:believe|deny)|(?:can't|cannot|won't|doesn't|never) (?:fail|go wrong|beat)|why (?:not|don't)|n't (?:only|just|merely|simply))\b/g;
/** After "nothing cures it": the comparison that makes it praise. */
const BUT_FOR =
  /^[^,;:]*\b(?:like|than|except|besides|other than|apart from|as (?:\w+ )?as|as (?:well|fast|quickly|much))\b/;
const NONE_OF = /\b(?:nothing|no|none|nobody|never|neither)\b[^,:]*$/;

/** Between a negation and what it governs: few words, and no new subject. */
const GOVERNS = new RegExp(
  `(?:${DENIES.source})(?! *[,:])(?: (?!(?:it|they|this|she|he|and|because|since|so|as|if|when|until|unless)\\b)(?:[\\w'-]+|(?<= (?:in|of|about) (?:the )?)—)){0,6}[ "(]*$`,
);
/** "can't promise that it …", "no evidence that it …", "whether it …": what follows is left open. */
const LEFT_OPEN =
  /(?:\bwhether\b|(?:\b(?:not|no|cannot|never|without)|n't)(?: \w+){0,2} (?:say|tell|promise|know|sure|confirm|claim|claims|guess|vouch|verify|proof|proven|evidence|stud(?:y|ies)|data|guarantee|mean|believe|think|expect))\b(?: (?!and\b)[\w'—-]+){0,6} *$/;
/** From one denied word to the next: more of the same part, or the next of a list. */
const SAME_PART =
  /^(?:(?! (?:and|it|they|this|because|since|so|as|like|than)\b)[^,:])*$|^[^,:]*,? (?:or|nor) (?:\w+ )?$/;
/** "can't cure this, regrow that": the next of a list, as long as it is no "regrows". */
const NEXT_OF_LIST = /^(?: \w+){0,3}, (?:\w*[^s\W] )?$/;

const LONGEST_READ = 160;

/** A text with the negations that deny nothing taken out. */
const withoutIdioms = (text: string): string => text.replace(NO_DENIAL, (idiom) => '~'.repeat(idiom.length));

/** Whether a text denies anything at all. */
export const denies = (text: string): boolean => DENIES.test(withoutIdioms(text));

/** Whether what stands at a place of a clause is denied by a word that governs it, and not by one somewhere before. */
export function isDeniedAt(text: string, index: number): boolean {
  const plain = withoutIdioms(text);
  const before = plain.slice(Math.max(0, index - LONGEST_READ), index);
  const part = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(':')) + 1);
  if (NONE_OF.test(part) && BUT_FOR.test(plain.slice(index))) return false;
  return GOVERNS.test(part) || LEFT_OPEN.test(part);
}

/** The words of a pattern in a text that nothing denies; a list after one denial is denied with it. */
export function affirmed(text: string, pattern: RegExp): { readonly said: string; readonly index: number }[] {
  let deniedTo: number | null = null;
  return [...text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))].flatMap((match) => {
    const between = deniedTo === null ? null : text.slice(deniedTo, match.index);
    const isNext = between !== null && NEXT_OF_LIST.test(between) && !/^\w+s\b/.test(match[0]);
    const goesOn = between !== null && (isNext || SAME_PART.test(between));
    const isDenied: boolean = goesOn || isDeniedAt(text, match.index);
    deniedTo = isDenied ? match.index + match[0].length : null;
    return isDenied ? [] : [{ said: match[0], index: match.index }];
  });
}

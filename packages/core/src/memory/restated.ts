/** What a person wrote, and what they then say it should have been. */
export interface Restated {
  readonly wrong: string;
  readonly right: string;
}

const CUE =
  '(?:(?:oh|ooh|no|nope|wait|sorry|actually|oops|whoops|correction|hang on|hold on|scratch that|my bad|i lied|tell a lie|ugh|argh|hmm+|edit|wrong|um+|er+m?|lol|haha|well|ok|okay|update)\\b[\\s,.!:;\u2014\u2013-]*)';
const SAYS =
  "(?:(?:i (?:mean|meant)|it'?s|its|it is|it was|that'?s|make (?:it|that)|should be|they'?re|s?he'?s|was|is)\\s+)";
const SMALL = '(?:(?:actually|really|the|on|at|in|from|for|only|just|more like)\\s+)';
const ENDS =
  '(?=\\s*(?:$|[.,!;(]|sorry\\b|lol\\b|not\\b|actually\\b|my bad\\b|oops\\b|haha\\b|ugh\\b|i (?:mean|think)\\b))';
const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec';
const DAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const NUMBER = '\\d{1,6}(?:[.,]\\d{1,3})?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';

/** Of what kinds a thing may be that is put right by naming it anew: the new one as it is said, and the old one as it was. */
const KINDS: readonly { readonly right: string; readonly wrong: string }[] = [
  {
    right: `\\d{1,2}(?:st|nd|rd|th)`,
    wrong: `\\d{1,2}(?:st|nd|rd|th)?(?=(?: of)? (?:${MONTH})\\b)|\\d{1,2}(?:st|nd|rd|th)`,
  },
  { right: `\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)`, wrong: `\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)` },
  { right: DAY, wrong: DAY },
  { right: MONTH, wrong: MONTH },
  { right: `(?:${NUMBER})`, wrong: `(?:${NUMBER})(?![\\d:.])` },
];

/** "Actually it's the 4th", after "my birthday is the 3rd of March": the last of its kind in what was said before; null when nothing is put right. */
export function restatedIn(text: string, before: string | undefined): Restated | null {
  if (before === undefined) return null;
  const said = text.slice(0, 120);
  for (const { right, wrong } of KINDS) {
    const pattern = new RegExp(
      `^\\s*(?:${CUE}{1,4}${SAYS}?|i (?:mean|meant)\\s+|make (?:it|that)\\s+)${SMALL}{0,3}(?<right>${right})${ENDS}`,
      'iu',
    );
    const named = pattern.exec(said)?.groups?.right;
    if (named === undefined) continue;
    const old = [
      ...before.slice(-600).matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${wrong})(?![\\p{L}\\p{N}])`, 'giu')),
    ].at(-1)?.[0];
    return old === undefined || old.toLowerCase() === named.toLowerCase() ? null : { wrong: old, right: named };
  }
  return null;
}

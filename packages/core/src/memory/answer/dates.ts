import type { Span } from './spans.ts';
import type { Word } from './words.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const WEEKDAY =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)days?|firday|friady|fryday|tusday|teusday|tuseday|wensday|wendsday|wednsday|weds|thrusday|thursady|thurday|saterday|satuday|saturady|sundy|mondy|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?=\\b(?!\\s+(?:in|is|was|and)\\b))';
const COUNT =
  '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|a few|a couple(?: of)?|several|half an?)';
const UNIT = '(?:minute|min|hour|hr|day|night|week|fortnight|month|year|yr|decade)s?';
const FEAST =
  "(?:new year'?s?(?: eve| day)?|nye|christmas(?: eve| day)?|xmas(?: eve| day)?|boxing day|easter(?: sunday| monday)?|good friday|eid|diwali|ramadan|halloween|thanksgiving|valentine'?s(?: day)?|hanukkah|passover|holi|lent|bonfire night|mother'?s day|father'?s day|st\\.? patrick'?s day|midsummer|new year)";

/** Words that say when, longest reading first. All parts are bounded, so matching is linear in the sentence. */
const DATE = new RegExp(
  `\\b(?:${[
    `(?:the )?(?:first|second|third|last|\\d(?:st|nd|rd|th)) (?:week|weekend|half|monday|tuesday|wednesday|thursday|friday|saturday|sunday) (?:of|in) (?:${MONTH}|term|the year)`,
    `(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}(?:,? (?:19|20)\\d\\d)?`,
    `${MONTH} (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\\d\\d)?(?![\\d:])`,
    `(?:early|late|mid|mid-|last|next|this|end of|start of|beginning of)[ -]?${MONTH}`,
    `(?:january|february|april|june|july|august|september|october|november|december)(?: (?:19|20)\\d\\d)?`,
    `(?:in|since|until|till|by|from|due|of|around|for|before|after|during) (?:march|may)\\b(?: (?:19|20)\\d\\d)?`,
    `(?:every|each)(?: (?:other|second|single|two|three|few|\\d))? (?:${WEEKDAY}|morning|evening|night|afternoon|day|week|weekend|month|year|summer|winter|sunday|days|weeks|months|years)`,
    `(?:once|twice|three times|four times|\\d times|\\d{1,2}x) (?:a|per|every) (?:day|week|month|year|fortnight)`,
    `(?:on |at )?(?:the )?weekends?`,
    `(?:daily|weekly|monthly|yearly|fortnightly)`,
    `(?:last|next|this|this coming|past|the following|the other) (?:${WEEKDAY}|week|weekend|month|year|spring|summer|autumn|fall|winter|term|semester|night|morning|evening|afternoon|christmas|easter|day)(?: (?:morning|evening|night|afternoon))?`,
    `nxt (?:week|month|year|${WEEKDAY})`,
    `(?:on )?(?:${WEEKDAY})(?: (?:morning|evening|night|afternoon|lunchtime))?(?: (?:week|the \\d{1,2}(?:st|nd|rd|th)))?`,
    `(?:today|2day|tom+or+ow|tmrw|tmr|2moro|2morrow|tomoz|yesterday|yday|tonight|tonite|2nite)(?: (?:morning|evening|night|afternoon))?`,
    `(?:the )?day (?:after tomorrow|before yesterday)`,
    `in (?:about |around |like )?${COUNT} (?:more )?${UNIT}`,
    `${COUNT} ${UNIT} (?:ago|from now|later|back)`,
    `(?:since|in|from|until|till|by|around|back in|class of|of) (?:19|20)\\d\\d`,
    `the \\d{1,2}(?:st|nd|rd|th)`,
    `(?:on |at |for |before |after |over |since |until |this |last |next )?${FEAST}`,
    `(?:in|this|last|next|over|during) (?:the )?(?:spring|summer|autumn|winter|fall)`,
    `(?:at|by|from|before|after|until) (?:half |quarter )?(?:past |to )?\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)?(?! ?(?:%|years|yrs|people|months|weeks))`,
    `between \\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)? and \\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)?`,
    `\\d{1,2}(?:[:.]\\d\\d)? ?(?:am|pm)`,
    `(?:at )?(?:noon|midnight|dawn|sunrise|sunset)`,
    `in the (?:morning|evening|afternoon)`,
    `${COUNT} ${UNIT} (?:today|since|ago today)`,
    `(?:10|11|12|\\d)(?:[:.]\\d\\d)?(?:am|pm)? (?:till|until|to|-) (?:10|11|12|\\d)(?:[:.]\\d\\d)?(?:am|pm)?(?= |$|,)`,
    `\\d{1,2}[/.]\\d{1,2}(?:[/.]\\d{2,4})?`,
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);
/** Ages read like times of day: "at 9" after "diagnosed" says how old. */
const ONLY_A_NUMBER = /^(?:at|by|from|before|after|until) \d{1,2}$/i;

/** The times a sentence says. Neighbours are one: "on Friday at 7pm". */
export function datesIn(sentence: string, words: readonly Word[]): Span[] {
  const found: Span[] = [];
  for (const match of sentence.matchAll(DATE)) {
    if (
      ONLY_A_NUMBER.test(match[0]) &&
      !/\b(?:meet|start|open|leave|starts|dinner|flight|train|call|wake|up|appointment|interview|exam|class|lesson|practice|meeting|gig|show|party|wedding|funeral|test|scan|shift|alarm|asleep|awake|dentist|doctor|vet|pick|until|till|finish|finishes|ends?|begins?|leaves?|arrives?|mon|tues|wednes|thurs|fri|satur|sun)(?:days?)?\b/i.test(
        sentence,
      )
    )
      continue;
    const end = match.index + match[0].length;
    const from = words.findIndex((word) => word.end > match.index);
    const last = words.findLastIndex((word) => word.start < end);
    if (from < 0 || last < from) continue;
    const before = found.at(-1);
    const isJoined = before !== undefined && from === before.to + 1 && words[before.to]?.lower === 'and';
    if (before !== undefined && (from <= before.to || isJoined) && words[before.to - 1]?.gap !== '.') {
      found[found.length - 1] = {
        from: before.from,
        to: last + 1,
        text: sentence.slice(words[before.from]?.start, words[last]?.end),
      };
      continue;
    }
    found.push({ from, to: last + 1, text: sentence.slice(words[from]?.start, words[last]?.end) });
  }
  return found;
}

import { statedTimesIn } from '../stated-time.ts';
import { type AnswerContext, type Found, found } from './context.ts';
import type { Passage } from './passages.ts';
import { asSentence, listed, saidToThem } from './phrasing.ts';

const ASKS_PLANS =
  /^(?:what(?:'?s| is| are)? (?:on|up|planned|happening|coming up|the plan|my plans?|our plans?|(?:do|have) (?:i|we) (?:have|got)(?: (?:on|planned|to do|happening))?|(?:am|are) (?:i|we) (?:doing|up to)|(?:is|are) (?:i|we) doing)|(?:do|have) (?:i|we) (?:have |got )?(?:any(?:thing)?|something|plans?)(?: (?:plans?|on|planned|happening))?|(?:any(?:thing)?|plans?) (?:on|plans?|planned|happening)?|what plans do (?:i|we) have)\b/i;
/** Plans told on one day. */
const MOST = 3;

/** "What's on tomorrow?", "what do I have on Thursday?": what was told of that very day. */
export function agendaAnswer({ reading, pool, now, timeZone }: AnswerContext): Found | null {
  if (!ASKS_PLANS.test(reading.text)) return null;
  const asked = statedTimesIn(reading.text, { saidAt: now, timeZone, leaning: 'future' }).findLast(
    ({ date }) => date !== null,
  );
  if (asked?.date == null) return null;
  const day = asked.date;
  const told = pool.passages.flatMap((passage) =>
    passage.isHypothetical
      ? []
      : statedTimesIn(passage.text, { saidAt: passage.saidAt, timeZone, leaning: 'future' })
          .filter(({ date }) => date === day)
          .map((time) => ({ passage, text: stretchAround(passage, time.start, time.end) })),
  );
  const texts = [...new Set(told.map(({ text }) => text))].filter((text) => text !== '').slice(-MOST);
  return texts.length === 0
    ? null
    : found(
        asSentence(listed(texts)),
        told.map(({ passage }) => passage),
      );
}

/** What stands with a time between the marks around it; the sentence without the time where it stands alone. */
function stretchAround({ text }: Passage, start: number, end: number): string {
  const from = Math.max(
    ...[', ', '; ', ' but '].map(
      (mark) => text.lastIndexOf(mark, start) + mark.length * Number(text.lastIndexOf(mark, start) >= 0),
    ),
    0,
  );
  const ends = [',', ';', '.', '!', ' but '].map((mark) => text.indexOf(mark, end)).filter((at) => at >= 0);
  const own = text.slice(from, Math.min(text.length, ...ends));
  const bare = own
    .replace(text.slice(start, end), '')
    .replace(/\b(?:on|at|and|it's)\b/gi, '')
    .trim();
  return saidToThem((/\p{L}{3}/u.test(bare) ? own : text).replace(/^\s*and\s+/i, '')).replace(/[\s.!]+$/, '');
}

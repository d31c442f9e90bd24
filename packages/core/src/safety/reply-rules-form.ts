import { isOrdinary } from '../understanding/name-words.ts';
import { FAREWELL_TOLD_BACK, GOODBYE_HOOKS } from './goodbye-hooks.ts';
import { NEGATED, type ReadReply, type ReplyRule, type ShownPassage } from './reply-rule.ts';

/** What a reply's form or the turn's own material decides. */

/** Longest reply shown, in characters; three times what an answer with every step takes. */
const LONGEST_REPLY = 4_000;

const tooLong: ReplyRule<'too-long'> = {
  name: 'too-long',
  reason: 'A runaway reply. First of all rules: it bounds the work of the others.',
  breaks: ({ text }) => text.length > LONGEST_REPLY,
};

const CODE = /```[^`]{0,4000}```|`[^`\n]{1,400}`/g;
const HTML_TAG = /<(?:\/?[a-z][a-z0-9-]{0,20}(?=[\s>/])|!--|!doctype)/i;
const SCRIPT_URL = /\b(?:javascript|vbscript)\s{0,3}:(?=\S)|\bdata:(?:text|image|application|video|audio)\//i;
const MARKDOWN_IMAGE = /!\[[^\]\n]{0,300}\]\s{0,2}[([]/;
const MARKDOWN_TARGET = /\]\(\s{0,4}<?(?!https?:\/\/|www\.)[^\s)]/i;
const REFERENCE_TARGET = /^\s{0,3}\[[^\]\n]{1,200}\]:\s{0,4}<?(?!https?:\/\/|www\.)\S/im;
const LINK = /(?:\bhttps?:\/\/|(?<![\w/.@-])(?:\/\/)?www\.)[^\s<>()[\]"'“”’]{1,2000}/gi;

/** Sites of the lines in `helplines.ts`; a link to one is always welcome. */
const HELPLINE_HOSTS: readonly string[] = [
  'findahelpline.com',
  '988lifeline.org',
  '988.ca',
  'samaritans.org',
  'lifeline.org.au',
  'thehotline.org',
  'rainn.org',
  'thetrevorproject.org',
  'nami.org',
  'samhsa.gov',
  'poison.org',
  'poisonhelp.hrsa.gov',
  'nhs.uk',
];

const unsafeMarkup: ReplyRule<'unsafe-markup'> = {
  name: 'unsafe-markup',
  reason: 'HTML, pictures and links that nobody checked can run code, track people or lead them away.',
  breaks: (reply) => {
    const prose = reply.text.replace(CODE, ' ');
    return (
      HTML_TAG.test(prose) ||
      SCRIPT_URL.test(prose) ||
      MARKDOWN_IMAGE.test(prose) ||
      MARKDOWN_TARGET.test(prose) ||
      REFERENCE_TARGET.test(prose) ||
      hasStrangeLink(reply)
    );
  },
};

function hasStrangeLink({ text, assistant, passages, message }: ReadReply): boolean {
  const links = text.match(LINK);
  if (links === null) return false;
  const sources = assistant.kind === 'guide' ? passages.flatMap((passage) => passage.sources) : [];
  const hosts = new Set([...HELPLINE_HOSTS, ...sources.map(({ url }) => hostOf(url))]);
  // Of the brand's own site the pages on file only: another page of it may be made up.
  const own = new Set((assistant.links ?? []).map(pageOf));
  return links.some((link) => {
    if (hosts.has(hostOf(link)) || own.has(pageOf(link))) return false;
    // Their own link, told back, leads nowhere new.
    return !message.includes(link.replace(/[.,;:!?]{1,3}$/, ''));
  });
}

/** A page as links to it are compared: no scheme, no `www.`, and neither a slash nor punctuation at its end. */
const pageOf = (link: string): string =>
  link
    .toLowerCase()
    .replace(/^(?:https?:)?\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/.,;:!?]+$/, '');

/** A link's host without `www.`; empty, which is no allowed host, when it has none. */
function hostOf(link: string): string {
  const url = URL.parse(/^https?:/i.test(link) ? link : `https://${link.replace(/^\/\//, '')}`);
  return url === null ? '' : url.hostname.replace(/^www\./, '').replace(/\.$/, '');
}

const AMOUNT =
  /(?:[$£€¥₹]|\b(?:usd|us\$|eur|gbp) ?)\s?(\d[\d,]{0,9}(?:\.\d{1,2})?)|\b(\d[\d,]{0,9}(?:\.\d{1,2})?) ?(?:dollars?|bucks|usd|eur|euros?|pounds sterling|quid|gbp|cents|€|£|₹|rupees|pesos)/gi;
const PURCHASE =
  /\b(?:[Bb]uy|[Oo]rder|[Pp]urchase|[Pp]ick up|[Gg]rab|[Ss]hop for) (?:our |the |some |a |an )?([A-Z][\w'’&-]{2,30}(?: [A-Z0-9][\w'’&-]{0,30}){0,5})/g;

const inventedPrice: ReplyRule<'invented-price'> = {
  name: 'invented-price',
  reason: 'A price or a product that no passage names is made up.',
  breaks: (reply) => reply.assistant.kind === 'guide' && (hasStrangePrice(reply) || hasStrangeProduct(reply)),
};

function hasStrangePrice(reply: ReadReply): boolean {
  const named = amountsIn(reply.text);
  if (named.length === 0) return false;
  const known = new Set([...amountsIn(reply.message), ...reply.passages.flatMap((one) => amountsIn(wordsOf(one)))]);
  return named.some((amount) => !known.has(amount));
}

const amountsIn = (text: string): string[] =>
  [...text.matchAll(AMOUNT)].map((match) => (match[1] ?? match[2] ?? '').replaceAll(',', '').replace(/\.00?$/, ''));

function hasStrangeProduct({ text, assistant, message, passages }: ReadReply): boolean {
  const products = [...text.matchAll(PURCHASE)].map((match) => (match[1] ?? '').toLowerCase());
  if (products.length === 0) return false;
  const known = [message, assistant.brand, ...passages.map(wordsOf)].join('\n').toLowerCase();
  // One capital or two make no product: "Grab a Wide-Tooth Comb". Three do, or a word nobody knows.
  return products.some((product) => {
    const words = product.split(' ');
    const isNamed =
      words.length > 2 || words.some((word) => word.split(/[&-]/).some((part) => part.length > 2 && !isOrdinary(part)));
    return isNamed && !known.includes(product);
  });
}

const wordsOf = ({ title, answer, body }: ShownPassage): string => `${title}\n${answer}\n${body}`;

const hookInGoodbye: ReplyRule<'hook-in-goodbye'> = {
  name: 'hook-in-goodbye',
  reason: 'A farewell is answered with a farewell: nothing that keeps a person who wants to go.',
  breaks: ({ text, lines, summary }) => {
    // Someone who leaves in distress is asked whether they are safe; who asks something as they leave gets an answer.
    if (summary.intent !== 'farewell' || summary.risk.level !== 'none') return false;
    if (GOODBYE_HOOKS.some(({ says }) => isMeant(lines, says))) return true;
    return summary.asks === null && (/[?？؟]/.test(text) || !FAREWELL_TOLD_BACK.test(lines));
  },
};

const isMeant = (lines: string, says: RegExp): boolean =>
  [...lines.matchAll(says)].some(({ index }) => !NEGATED.test(lines.slice(Math.max(0, index - 60), index)));

export const BOUNDING_RULES: readonly [ReplyRule<'too-long'>] = [tooLong];

export const FORM_RULES: readonly [
  ReplyRule<'unsafe-markup'>,
  ReplyRule<'invented-price'>,
  ReplyRule<'hook-in-goodbye'>,
] = [unsafeMarkup, inventedPrice, hookInGoodbye];

import type { CaseField, HandOffReason } from '@rapport/wire';
import { z } from 'zod';

/** What the team needs for each reason, in the order in which it is asked for; where to answer comes last. */
export const FIELDS_OF: Readonly<Record<HandOffReason, readonly CaseField[]>> = {
  asked: ['matter', 'email'],
  complaint: ['whatHappened', 'email'],
  reaction: ['product', 'whatHappened', 'when', 'email'],
  order: ['orderNumber', 'email'],
  refund: ['orderNumber', 'whatWentWrong', 'email'],
  press: ['outlet', 'deadline', 'email'],
  unanswered: ['email'],
};

/** How a thing is called where a case is read: to the team, in webhooks and e-mail. */
export const FIELD_NAMES: Readonly<Record<CaseField, string>> = {
  matter: 'What it is about',
  orderNumber: 'Order number',
  whatWentWrong: 'What went wrong',
  product: 'Product',
  whatHappened: 'What happened',
  when: 'When',
  outlet: 'Outlet',
  deadline: 'Deadline',
  email: 'E-mail to answer to',
};

/** How each thing is asked for, and asked once more, with why it is wanted. */
export const QUESTIONS: Readonly<Record<CaseField, { readonly first: string; readonly again: string }>> = {
  matter: {
    first: "In a sentence or two, what's it about?",
    again: 'So that you reach the right person: what should I tell them it is about?',
  },
  orderNumber: {
    first: "What's the order number? It's in your confirmation e-mail.",
    again: "The order number lets them find it at once. What is it? If you don't have it to hand, just say so.",
  },
  whatWentWrong: {
    first: 'And what went wrong with it?',
    again: 'A few words on what was wrong help them settle it in one go. What should I put down?',
  },
  product: {
    first: 'Which product was it?',
    again: "The product's name tells them which batch and recipe to look at. Which one was it, as far as you know?",
  },
  whatHappened: {
    first: 'What happened?',
    again: 'In your own words, what happened? A sentence is enough.',
  },
  when: {
    first: 'And when did it start?',
    again: 'Roughly when was that? "Yesterday" or "last week" is fine.',
  },
  outlet: {
    first: 'Which outlet is it for?',
    again: 'Who would it appear with? The name of the outlet is enough.',
  },
  deadline: {
    first: "What's your deadline?",
    again: 'By when do you need an answer? "No deadline" is fine too.',
  },
  email: {
    first: 'Which e-mail address should they answer to?',
    again:
      "I need an address like name@example.com so that they can write to you. If you'd rather not give one, say so, and they'll answer in this chat.",
  },
};

/** Of an answer in prose, so much is kept. */
const MOST_CHARACTERS = 1_000;
const email = z.email().max(254);
const EMAIL = /[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]+@[\p{L}\p{N}.-]+\.[\p{L}]{2,}/u;
const MARKED_ORDER =
  /(?:\border(?: (?:number|no\.?|id))?\s*(?:is|:|#|was|=)?\s*#?\s*|#\s?)([a-z]{0,4}-?\d[\d-]{2,14}\d)\b/i;
const BARE_ORDER = /(?<![\w@.$€£-])([a-z]{0,4}-?\d{4,14}|\d{3}-\d{3,10}(?:-\d{3,10})?)(?![\w@]|\.\d)/i;
const WHEN =
  /\b(?:(?:just |earlier )?(?:now|today|yesterday|tonight|this (?:morning|afternoon|evening|week(?:end)?|month)|last (?:night|week(?:end)?|month|year|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:(?:a|one|two|three|four|five|six|seven|a few|a couple(?: of)?|several|\d+) (?:minutes?|hours?|days?|nights?|weeks?|months?) ago)|(?:on |since )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)|(?:on )?(?:(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:january|february|march|april|may|june|july|august|september|october|november|december))|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?|for (?:the (?:last|past) )?(?:a|one|two|three|\d+|a few) (?:hours?|days?|weeks?|months?)))\b/i;
const OUTLET =
  /\b(?:(?:reporter|journalist|editor|writer|producer|columnist|freelancer?|correspondent)\b[^.!?]*?\b(?:at|for|with|from)|write for|work (?:at|for)|(?:story|article|piece|feature|segment|roundup|guide) for|calling from)\s+((?:the\s+)?[A-Z][\w'&.-]*(?:\s+(?:of|and|the|&|[A-Z][\w'&.-]*))*)/;

/** Things that a text gives by their shape alone, wherever in it they stand. */
export function shapesIn(text: string): Partial<Record<CaseField, string>> {
  const address = EMAIL.exec(text)?.[0].replace(/[.']+$/, '');
  const order = MARKED_ORDER.exec(text)?.[1];
  const when = WHEN.exec(text)?.[0];
  const outlet = OUTLET.exec(text)?.[1];
  return {
    ...(address !== undefined && email.safeParse(address).success ? { email: address } : {}),
    ...(order === undefined ? {} : { orderNumber: order.toUpperCase() }),
    ...(when === undefined ? {} : { when: when.trim() }),
    ...(outlet === undefined ? {} : { outlet: outlet.trim() }),
  };
}

/** What a reply gives when it was asked for one thing; null where it gives nothing of the kind. */
export function readField(field: CaseField, text: string): string | null {
  const shape = shapesIn(text)[field];
  switch (field) {
    case 'email':
      return shape ?? null;
    case 'orderNumber':
      return shape ?? BARE_ORDER.exec(text)?.[1]?.toUpperCase() ?? null;
    case 'when':
    case 'deadline':
    case 'product':
    case 'outlet':
      return shape ?? prose(text, 1);
    case 'matter':
    case 'whatHappened':
    case 'whatWentWrong':
      return prose(text, 2);
  }
}

/** Words that fill a reply and say nothing. */
const FILLER =
  /^(?:(?:ok(?:ay)?|yes|yeah|yep|sure|no|nope|hi|hello|hey|hmm+|um+|uh|well|so|please|thanks|thank you|what|huh|\?+|fine|right|lol)[\s,.!?]*)+$/i;

function prose(text: string, fewestWords: number): string | null {
  const said = text.trim();
  const words = said.match(/[\p{L}\p{N}'’-]+/gu)?.length ?? 0;
  return words < fewestWords || FILLER.test(said) ? null : said.slice(0, MOST_CHARACTERS).toWellFormed();
}

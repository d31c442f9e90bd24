import { NEGATED, QUOTED, REPORTED, type ReplyRule } from './reply-rule.ts';

/**
 * What a reply to someone under 18 must not say: California SB 243 (Business and Professions Code § 22602) forbids what is
 * sexual; romance, secrets kept from grown-ups and company through the night are our own rule (`minors.ts`).
 */
const unfitForMinors: ReplyRule<'unfit-for-minors'> = {
  name: 'unfit-for-minors',
  reason: 'Romance, secrets or nights awake have no place in talk with someone under 18.',
  wordings: [
    {
      says: /\b(?:i(?:'m| am) (?:falling |so |madly )?in love with you|i love you(?= ?[.!,]|$| so much| more than)|be my (?:girlfriend|boyfriend|valentine|partner|date)|(?:kiss|hug and kiss|cuddle|caress|undress|seduce)(?:es|ing)? you|you(?:'re| are) (?:so |really |very )?(?:sexy|hot|seductive|attractive|irresistible)|my (?:love|darling|sweetheart|babe|baby|sexy)(?= ?[.!,]|$)|(?:flirt|make out|sleep) with (?:me|you)|i (?:want|crave|desire|long for) (?:you|your (?:body|lips|touch|kiss))|our (?:romance|love story|relationship as a couple))/gm,
      notAfter: [NEGATED, REPORTED, QUOTED],
    },
    {
      says: /\b(?:(?:don't|do not|never|no need to) (?:tell|show) (?:your )?(?:parents|mum|mom|dad|mother|father|teacher|anyone|anybody|a grown-up|adults?)|(?:they|your parents|adults) (?:don't|won't|wouldn't) (?:have to|need to) know)/gm,
      notAfter: [REPORTED, QUOTED],
    },
    {
      says: /\b(?:(?:keep|let's keep) (?:this|it|that) (?:between us|our (?:little )?secret|a secret)|our (?:little )?secret)/gm,
      notAfter: [NEGATED, REPORTED, QUOTED],
    },
    {
      says: /\b(?:stay (?:up|awake) (?:with me|and talk|all night|a (?:bit|little) longer|late)|(?:talk|chat) (?:all night|through the night|until morning)|sleep can wait|don't (?:go to (?:bed|sleep)|sleep)(?: yet| now)|skip (?:sleep|school|class))/gm,
      notAfter: [NEGATED, REPORTED, QUOTED],
    },
  ],
};

/** Tried only where the person is a minor. */
export const MINOR_RULES: readonly [ReplyRule<'unfit-for-minors'>] = [unfitForMinors];

/**
 * Whole beginnings of vendors' own sentences. A vendor may quote the person in an error, and what follows from these
 * sets a model or all of a vendor's models aside for a while: words count only where the vendor itself begins to
 * speak, and nothing between them may be a quotation of more than one word.
 */

/** A name or key, quoted or not, such as `models/x`, "x" or 'api_key:x'. */
const NAME = String.raw`["'${'`'}“‘]?[\w./:@*+-]+["'${'`'}”’]?`;
/** Words between, short of anything that may open a quotation. */
const WORDS = '[^"\'`“‘:\\n]{0,40}?';

const beginning = (...sentences: readonly string[]): RegExp => new RegExp(`^\\s*(?:${sentences.join('|')})`, 'i');

/** An account, or its key, was closed. */
export const ACCOUNT_CLOSED: RegExp = beginning(
  String.raw`(?:your |the |this )?(?:\w+ )?(?:account|organi[sz]ation|project|team|api[- ]key)(?: associated with this api key)?(?: ${NAME})? (?:is|was|has been|have been) (?:reported as |currently |temporarily |permanently )?(?:suspended|deactivated|restricted|banned|terminated|disabled|leaked)\b`,
  `permission denied: consumer ${NAME} has been suspended\\b`,
);

/** The account's credit is used up. */
export const NO_CREDIT: RegExp = beginning(
  `your (?:newly created )?team(?: ${NAME})? (?:has (?:either )?used all available credits|does(?:n['’]t| not) have any credits)`,
  String.raw`(?:your|this|the) (?:project|billing account|organi[sz]ation|account|team)\b${WORDS}\bspend(?:ing)?[- ](?:limit|cap)\b`,
  'your (?:prepa(?:id|yment) credits|credit balance|account balance|credits?) (?:is|are|has been|have been) (?:too low|depleted|used up|exhausted)',
  String.raw`(?:you have )?(?:insufficient|not enough|(?:run )?out of|no) (?:account )?(?:credits?|balance|funds|quota)\b`,
  'this request requires more credits',
);

/** The day's allowance is used up: a short delay beside it only says when the next refusal may be had. */
export const DAY_SPENT: RegExp = beginning(
  String.raw`rate limit (?:reached|exceeded)\b(?:[^"'${'`'}“‘\n]|${'`'}[^${'`'}\s]+${'`'}){0,300}?(?:\((?:RPD|TPD|ASD)\)|\bper[- ]day\b|\bdaily (?:limit|quota))`,
  'you have (?:used up|reached|exceeded) your daily\\b',
  'daily (?:limit|quota)\\b',
);

/** Too much for a while, at vendors that say so with another status than 429. */
export const RATE_LIMITED: RegExp = beginning(
  String.raw`(?:you (?:have |are |were )?(?:been |being )?)?rate[- ]limit(?:ed)?\b`,
  'too many requests\\b',
  'quota exceeded\\b',
  '(?:you have |you )?exceeded your current quota\\b',
);

const GONE = String.raw`\b(?:not found|does not exist|do(?:es)? not have access|decommissioned|no longer (?:available|supported)|is (?:blocked|retired|not available)|has been (?:retired|deprecated|removed))`;

/** There is no such model, or not for this account. */
export const UNKNOWN_MODEL: RegExp = beginning(
  `(?:the |this )?(?:requested )?models?[ :/]*(?:${NAME})?${WORDS}${GONE}`,
  String.raw`(?:unknown|invalid|unsupported) model\b`,
  `(?:the |your )?(?:project|organi[sz]ation|team|account)(?: ${NAME})? do(?:es)? not have access to (?:the )?model\\b`,
  `${NAME} is not a valid model\\b`,
  String.raw`\* GenerateContentRequest\.model: unexpected model name format\b`,
);

/** The key is wrong, or must not be used here. */
export const KEY_REFUSED: RegExp = beginning(
  'incorrect api key provided',
  String.raw`(?:invalid|expired|missing|revoked|blocked|no) (?:x-)?api[- _]key\b`,
  String.raw`(?:your |the |this )?(?:provided )?api[- _]key (?:is |was |has |been )*(?:not valid|invalid|expired|not found|missing|revoked|blocked|required)\b`,
  "you did(?:n['’]t| not) provide an api key",
  'user location is not supported',
  'country, region, or territory not supported',
  '(?:the )?(?:gemini api )?free tier is not available in your country',
  'this api method requires billing to be enabled',
  String.raw`(?:request had )?(?:invalid|missing) (?:bearer |authentication |api )?(?:authentication|credentials?|token|authorization)\b`,
  "(?:method doesn['’]t allow )?unregistered callers",
);

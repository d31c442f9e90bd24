/** Words that give a name, stand around one or are courtesies: none of them wants an answer of its own. */
const NAME_TALK = new Set(
  `i i'm im i’m me my mine am is are it it's its it’s that that's thats this you your u we they he she the a an of to by for in as at or if on
  but and so just only please also then well oh ok okay yes yeah yep no not sure really actually simply
  name named names nickname call calls called calling prefer prefers preferred known go goes use uses
  friends family folks everyone everybody people most some others all says say short full first last middle
  can could may would should will want like rather d ll s account
  way btw fyi here new
  no nope wait oops sorry correction typo meant mean said say wrong right spelled spelt spelling spell misspelled written write with without letter double capital
  fine alright right sure then guess suppose one two instead stop keep kept don't dont do does got get had have change changed switch update from now isn't isnt rather bit use hey too both either works
  nice meet pleased glad pleasure thanks thank asking welcome hi hey hello howdy hiya greetings there good morning evening afternoon
  soy me llamo llamame llámame mi nombre es dime mucho gusto encantada encantado y pero en conocerte
  je m'appelle appelle suis ich bin heiße heisse mein ist naam nama mera hai mujhe bulao`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
/** Characters a word may have around the name in a script without spaces: 我叫小明. */
const MOST_AROUND = 3;

/**
 * Whether a message that gives a name says nothing else that wants an answer. In doubt it says more: a greeting where
 * help was asked for costs a person, a reply where a greeting would do costs a call.
 *
 * @param former what they were called before, which a correction names: "Sam, not Alex".
 */
export function saysOnlyName(message: string, name: string, former: string | null = null): boolean {
  if (/[?？]/.test(message)) return false;
  const own = [...wordsOf(name), ...wordsOf(former ?? '')];
  return wordsOf(message).every(
    (word) =>
      NAME_TALK.has(word) ||
      // A letter that is spelled out: "without the h".
      /^[a-z]$/.test(word) ||
      own.some((part) => word === part || (word.includes(part) && word.length - part.length <= MOST_AROUND)),
  );
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];

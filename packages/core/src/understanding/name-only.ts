/** Words that belong to giving a name, or to the courtesies around it. A part of a message with one of them says nothing more. */
const NAME_TALK = new Set(
  `name named names nickname call calls called calling prefer prefers known goes go by friends family folks people everyone
  everybody parents mum mom colleagues account email short full middle last surname spell spelled spelt pronounced say says
  nice meet pleased glad pleasure thanks thank welcome hi hey hello howdy greetings bonjour hola namaste
  llamo llamame llámame nombre dime appelle heiße heisse naam nama mujhe bulao kehte`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
/** A part of fewer words is a courtesy or a filler: "that's all", "if you like". */
const LEAST_WORDS = 3;

/**
 * Whether a message that gives a name says nothing else that wants an answer. Read part by part: "Sam. I lost my job
 * today" says more, "most call me Alex, but my family says Lex" does not.
 */
export function saysOnlyName(message: string, name: string): boolean {
  const own = new Set(wordsOf(name));
  return message
    .split(/[.!?;,:\n\u2013\u2014]+|\s+(?:and|but|y|pero|et|und)\s+/iu)
    .map(wordsOf)
    .every((words) => words.length < LEAST_WORDS || words.some((word) => own.has(word) || NAME_TALK.has(word)));
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];

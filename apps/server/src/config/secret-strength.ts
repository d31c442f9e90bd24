import published from './published-secrets.json' with { type: 'json' };

/** Shortest published value that is also looked for inside a longer one (`<published>-changed`): shorter ones may occur by chance. */
const shortestContained = 16;

/** Fewest different characters in a secret of 32: random hexadecimal digits have 14 on average, 7 or fewer once in some 30 million. */
const fewestDistinct = 8;

/** Share of neighbouring characters that follow each other (`abcd`, `4321`), above which a secret was typed and not drawn. */
const mostSequential = 0.5;

const publishedExactly = published.exact.map(({ value, from }) => ({ value: value.toLowerCase(), from }));
const common: ReadonlySet<string> = new Set(published.common);

/** Shapes of text that asks to be replaced. */
const placeholderShapes: readonly RegExp[] = [
  /^<.*>$/s,
  /^\$\{.*\}$/s,
  /^\{\{.*\}\}$/s,
  /^\[.*\]$/s,
  /^your[ _-]/i,
  /[ _-]here$/i,
  /^x{3,}$/i,
  /^\.{3,}$/,
  /^\*{3,}$/,
  /change[ _-]?(me|this|it|in[ _-]prod)/i,
  /replace[ _-]?(me|this|with)/i,
  /(insert|enter|put|add|paste)[ _-](your|a|an|the|api|key|secret|token|password)/i,
  /^(todo|tbd|fixme|placeholder|example|dummy|fake)([ _-].*)?$/is,
  /^(sk|gsk|xai|AIza)[-_]?(x{3,}|\.{3,}|\*{3,}|your)/i,
  /^django-insecure-/,
];

/** The claims of a JSON Web Token, unverified, or undefined when `value` isn't one. */
export const readClaims = (value: string): Readonly<Record<string, unknown>> | undefined => {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(value) ?? [];
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null ? { ...claims } : undefined;
  } catch {
    return undefined; // three parts with dots that aren't a token
  }
};

/** Why others know this value, or null: published somewhere, a placeholder, or a word that is guessed first. */
export const howPublished = (value: string): string | null => {
  const folded = value.trim().toLowerCase();
  const match = publishedExactly.find(
    (known) => folded === known.value || (known.value.length >= shortestContained && folded.includes(known.value)),
  );
  if (match !== undefined) return `it is published (${match.from}), so others know it`;
  if (placeholderShapes.some((shape) => shape.test(value.trim()))) return 'it is a placeholder that nobody replaced';
  if (common.has(folded.replace(/[\d!.]*$/, '')) || common.has(folded)) return 'it is among the first that are guessed';
  if (readClaims(value)?.iss === 'supabase-demo')
    return "it is published (Supabase's demonstration project), so others know it";
  return null;
};

/** Smallest distance at which the text repeats itself; its length when it doesn't. */
const period = (value: string): number => {
  for (let distance = 1; distance < value.length; distance += 1) {
    let index = distance;
    while (index < value.length && value[index] === value[index - distance]) index += 1;
    if (index === value.length) return distance;
  }
  return value.length;
};

/** Why this value is easier to guess than its length says, or null. For secrets of 32 characters and more. */
export const howWeak = (value: string): string | null => {
  const characters = [...value];
  if (new Set(characters).size < fewestDistinct) return `it has only ${new Set(characters).size} different characters`;
  if (period(value) <= value.length / 2) return 'it is one short text repeated';
  const steps = characters.slice(1).map((character, index) => {
    const before = characters[index]?.codePointAt(0) ?? 0;
    return Math.abs((character.codePointAt(0) ?? 0) - before);
  });
  if (steps.filter((step) => step <= 1).length > steps.length * mostSequential) return 'it is a sequence';
  return null;
};

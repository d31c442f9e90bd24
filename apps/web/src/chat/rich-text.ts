/** Marked-up text as data. There is no node for raw HTML: what isn't listed here is shown as the characters it is. */
export type Inline =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'link'; readonly href: string; readonly text: string };

export type Block =
  | { readonly type: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | {
      readonly type: 'list';
      readonly isOrdered: boolean;
      readonly first: number;
      readonly items: readonly (readonly Inline[])[];
    };

const BULLET = /^\s{0,8}[-*•]\s+(.*)$/;
const NUMBER = /^\s{0,8}(\d{1,4})[.)]\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*?)\s*#*$/;

/**
 * Reads the little Markdown that a talking assistant uses: paragraphs, line breaks, flat lists, bold, emphasis, headings
 * (as bold lines) and https links. Linear in the length of the text, so that it can run on every delta.
 * @param findContacts also links the crisis lines and emergency numbers of {@link CONTACTS}
 */
export function parseRichText(text: string, findContacts: boolean): Block[] {
  const blocks: Block[] = [];
  let lines: (readonly Inline[])[] = [];
  let list: { isOrdered: boolean; first: number; items: (readonly Inline[])[] } | null = null;
  const closeParagraph = () => {
    if (lines.length > 0) blocks.push({ type: 'paragraph', lines });
    lines = [];
  };
  const closeList = () => {
    if (list !== null) blocks.push({ type: 'list', ...list });
    list = null;
  };
  for (const line of text.split(/\r?\n/)) {
    const item = readItem(line);
    if (item !== null) {
      closeParagraph();
      if (list !== null && list.isOrdered !== item.isOrdered) closeList();
      list ??= { isOrdered: item.isOrdered, first: item.number, items: [] };
      list.items.push(parseInline(item.text, findContacts));
    } else if (line.trim() === '') {
      closeParagraph();
    } else {
      closeList();
      const heading = HEADING.exec(line)?.[1];
      lines.push(
        parseInline(
          heading === undefined || heading === '' ? line : `**${heading.replaceAll('**', '')}**`,
          findContacts,
        ),
      );
    }
  }
  closeParagraph();
  closeList();
  return blocks;
}

function readItem(line: string): { isOrdered: boolean; number: number; text: string } | null {
  const bullet = BULLET.exec(line);
  if (bullet !== null) return { isOrdered: false, number: 1, text: bullet[1] ?? '' };
  const number = NUMBER.exec(line);
  return number === null ? null : { isOrdered: true, number: Number(number[1]), text: number[2] ?? '' };
}

/** Bold, or emphasis by a star that no other star and no letter or digit touches from outside. */
const MARKED =
  /\*\*(?=\S)((?:[^*]|\*(?!\*)){1,2000})(?<=\S)\*\*|(?<![*\p{L}\p{N}])\*(?=[^\s*])([^*]{1,2000})(?<=\S)\*(?![*\p{L}\p{N}])/u;
const LINK =
  /\[([^\][\n]{1,300})\]\((https:\/\/[^\s()<>]{1,2000}(?:\([^\s()<>]{0,300}\)[^\s()<>]{0,2000})?)\)|https:\/\/[^\s<>"'`*\]]{1,2000}/;

/** The nodes of one line. */
export function parseInline(text: string, findContacts: boolean): Inline[] {
  const nodes: Inline[] = [];
  let rest = text;
  for (let match = MARKED.exec(rest); match !== null; match = MARKED.exec(rest)) {
    const [marked, strong, emphasis] = match;
    nodes.push(...parseLinks(rest.slice(0, match.index), findContacts));
    nodes.push(
      strong === undefined
        ? { type: 'emphasis', children: parseLinks(emphasis ?? '', findContacts) }
        : { type: 'strong', children: parseInline(strong, findContacts) },
    );
    rest = rest.slice(match.index + marked.length);
  }
  nodes.push(...parseLinks(rest, findContacts));
  return nodes;
}

function parseLinks(text: string, findContacts: boolean): Inline[] {
  const nodes: Inline[] = [];
  let rest = text;
  for (let match = LINK.exec(rest); match !== null; match = LINK.exec(rest)) {
    const isBare = match[2] === undefined;
    // A sentence's own punctuation is not part of a bare address.
    const source = isBare ? trimAddress(match[0]) : match[0];
    const href = safeHref(match[2] ?? source);
    nodes.push(...parseContacts(rest.slice(0, match.index), findContacts));
    nodes.push(href === null ? { type: 'text', text: source } : { type: 'link', href, text: match[1] ?? source });
    rest = rest.slice(match.index + source.length);
  }
  nodes.push(...parseContacts(rest, findContacts));
  return nodes;
}

function trimAddress(address: string): string {
  const trimmed = address.replace(/[.,;:!?…]+$/, '');
  return trimmed.endsWith(')') && !trimmed.includes('(') ? trimmed.slice(0, -1).replace(/[.,;:!?…]+$/, '') : trimmed;
}

/** The address when it is one to follow: https, and without credentials, which only serve to disguise a host. */
export function safeHref(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : null;
}

/**
 * Lines that listen, and numbers that send help, as replies in a crisis name them: those of the safety protocol
 * (`GET /api/v1/safety/protocol`), crisistextline.org (US), and ITU-T E.161.1 with national plans for emergency numbers.
 */
const CONTACTS: readonly { readonly pattern: string; readonly href: string }[] = [
  // Its own name, as in “call 988 (988 Suicide & Crisis Lifeline)”, is not another number to call.
  { pattern: '988(?! Suicide)', href: 'tel:988' },
  { pattern: '116[ \u00a0]?123', href: 'tel:116123' },
  { pattern: '13[ \u00a0]?11[ \u00a0]?14', href: 'tel:131114' },
  { pattern: '0800[ \u00a0]?111[ \u00a0]?0[ \u00a0]?111', href: 'tel:08001110111' },
  { pattern: '0800[ \u00a0]?567[ \u00a0]?567', href: 'tel:0800567567' },
  { pattern: '0800[ \u00a0]?1111', href: 'tel:08001111' },
  { pattern: '1800[ \u00a0]?66[ \u00a0]?66[ \u00a0]?66', href: 'tel:1800666666' },
  { pattern: '1-800-222-1222', href: 'tel:18002221222' },
  { pattern: '1-800-668-6868', href: 'tel:18006686868' },
  { pattern: '116[ \u00a0]?111', href: 'tel:116111' },
  { pattern: '14416', href: 'tel:14416' },
  { pattern: '1098', href: 'tel:1098' },
  { pattern: '024', href: 'tel:024' },
  { pattern: '143', href: 'tel:143' },
  { pattern: '147', href: 'tel:147' },
  { pattern: '113', href: 'tel:113' },
  { pattern: '741741', href: 'sms:741741' },
  { pattern: '911', href: 'tel:911' },
  { pattern: '112', href: 'tel:112' },
  { pattern: '999', href: 'tel:999' },
  { pattern: '000', href: 'tel:000' },
  { pattern: '111', href: 'tel:111' },
  { pattern: 'findahelpline\\.com', href: 'https://findahelpline.com/' },
];

const CONTACT = new RegExp(
  `(?<![\\p{L}\\p{N}]|[\\p{N}][.,:/-]|[/$€£])(?:${CONTACTS.map(({ pattern }) => `(${pattern})`).join('|')})(?![\\p{L}\\p{N}%]|[.,:/-]\\p{N})`,
  'u',
);

function parseContacts(text: string, findContacts: boolean): Inline[] {
  const nodes: Inline[] = [];
  let rest = text;
  for (let match = findContacts ? CONTACT.exec(rest) : null; match !== null; match = CONTACT.exec(rest)) {
    if (match.index > 0) nodes.push({ type: 'text', text: rest.slice(0, match.index) });
    const contact = CONTACTS[match.slice(1).findIndex((group) => group !== undefined)];
    nodes.push({ type: 'link', href: contact?.href ?? '', text: match[0] });
    rest = rest.slice(match.index + match[0].length);
  }
  if (rest !== '') nodes.push({ type: 'text', text: rest });
  return nodes;
}

/** The text without its marks, as it is read aloud. */
export function toPlainText(text: string): string {
  const say = (nodes: readonly Inline[]): string =>
    nodes.map((node) => ('children' in node ? say(node.children) : node.text)).join('');
  return parseRichText(text, false)
    .map((block) => (block.type === 'paragraph' ? block.lines : block.items).map(say).join('\n'))
    .join('\n\n');
}

/** Pictures are fetched as soon as they are shown, tags may be run, and some addresses are programs. */
const UNSAFE_MARKUP = /!\[|<[a-z/!?]|\b(?:java|vb|live)script\s*:|\bdata:(?=[a-z]+\/|[,;])/i;

/** Where a link of Markdown leads: in brackets behind its text, or defined on a line of its own. */
const LINK_TARGET = /\]\(\s{0,9}([^)\s]*)|^\s{0,3}\[[^\]\n]+\]:\s{0,9}(\S*)/gm;
const ADDRESS = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>()[\]"'`]*/gi;
/** A host without an address around it, which some readers make a link of. */
const BARE_HOST =
  /(?<![\p{L}\p{N}_.-])(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.)+(?:\p{Ll}{2,24}|\p{Lu}{2,24})(?![\p{L}\p{N}_-])/gu;

/** Whether a reply holds a picture, a tag of HTML or an address that is run and not opened. */
export function hasUnsafeMarkup(text: string): boolean {
  return UNSAFE_MARKUP.test(text);
}

/**
 * Whether a reply leads or points anywhere but to the hosts of `sources`, which are addresses. What can't be read as an
 * address of the web leads elsewhere.
 */
export function leadsElsewhere(text: string, sources: readonly string[]): boolean {
  const known = new Set(sources.map(hostOf));
  const isForeign = (address: string) => {
    const host = hostOf(address);
    return host === null || !known.has(host);
  };
  const targets = [...text.matchAll(LINK_TARGET)].map(([, inline, defined]) => inline ?? defined ?? '');
  if (targets.some(isForeign) || (text.match(ADDRESS) ?? []).some(isForeign)) return true;
  const rest = text.replace(ADDRESS, ' ');
  return (rest.match(BARE_HOST) ?? []).some((host) => isForeign(`https://${host}`));
}

/** Without `www.`; null for what is no address of the web. */
function hostOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? hostname.replace(/\.+$/, '').replace(/^www\./, '') : null;
}

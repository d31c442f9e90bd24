import type { SafetyProtocol } from '@rapport/wire';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const link = (url: string, text: string): string =>
  url.startsWith('https://') ? `<a href="${escaped(url)}" rel="noopener">${escaped(text)}</a>` : escaped(text);
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><thead><tr>${head.map((cell) => `<th scope="col">${escaped(cell)}</th>`).join('')}</tr></thead><tbody>${rows
    .map(
      ([first = '', ...rest]) =>
        `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    )
    .join('')}</tbody></table>`;

/**
 * The protocol as a page that any browser reads: no script, no styles, nothing from elsewhere, so that it keeps to the
 * site's own content security policy. Made of the same data as the JSON.
 */
export function safetyPage(protocol: SafetyProtocol): string {
  const { helplines, elsewhere, disclosure } = protocol;
  const regions = new Intl.DisplayNames('en', { type: 'region' });
  const placeOf = (place: string | null): string => {
    if (place === null) return 'Everywhere else';
    const [country = '', state] = place.split('-');
    return state === undefined ? (regions.of(country) ?? country) : `${regions.of(country) ?? country}, ${state}`;
  };
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Safety protocol</title>
</head>
<body>
<main>
<h1>Safety protocol</h1>
<p>If you are in danger now, call your local emergency number. Lines to talk to someone are below; every country's are at ${link(elsewhere.url, elsewhere.name)}.</p>
<p>Last reviewed on <time datetime="${escaped(protocol.reviewed)}">${escaped(protocol.reviewed)}</time>.</p>
<h2>Who to call</h2>
${table(
  ['Country', 'Line', 'For young people', 'Emergency'],
  helplines.map(({ country, name, number, takesTexts, emergency, source, forYoungPeople }) => [
    escaped(placeOf(country)),
    `${escaped(number)}${takesTexts ? ' (call or text)' : ''}, ${link(source, name)}`,
    forYoungPeople === null
      ? 'the same'
      : `${escaped(forYoungPeople.number)}, ${link(forYoungPeople.source, forYoungPeople.name)}`,
    escaped(emergency),
  ]),
)}
<p>Numbers last looked at on ${escaped(protocol.helplinesReviewed)}.</p>
<h2>What is detected</h2>
${table(
  ['What', 'Level'],
  protocol.detected.map(({ level, what }) => [escaped(what), level]),
)}
<h2>What happens then</h2>
${list(protocol.responses.map(escaped))}
<h3>A reply to a crisis, as given in New York</h3>
<blockquote>${protocol.example
    .split('\n\n')
    .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
    .join('')}</blockquote>
<h2>When an assistant says that it is an AI</h2>
${table(
  ['Assistant', 'Says', 'When'],
  disclosure.assistants.map(({ assistant, says, everyMinutes }) => [
    escaped(assistant),
    escaped(says),
    `At the start, and every ${everyMinutes} minutes of continuing use`,
  ]),
)}
${table(
  ['Place', 'At least every', 'Rule'],
  disclosure.places.map(({ place, everyMinutes, remindsMinorsOfBreaks, law, source }) => [
    escaped(placeOf(place)),
    `${everyMinutes} minutes${remindsMinorsOfBreaks ? '; under 18 with a reminder to take a break' : ''}`,
    link(source, law),
  ]),
)}
<h2>What is counted</h2>
<p>${escaped(protocol.counted)}</p>
<h2>Sources</h2>
${list(protocol.sources.map(({ title, url }) => link(url, title)))}
</main>
</body>
</html>
`;
}

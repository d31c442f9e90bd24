import { describe, expect, test } from 'vitest';
import { type Block, type Inline, parseInline, parseRichText, safeHref, toPlainText } from './rich-text.ts';

/** Nodes as a short line: bold as <b>, links as <href|text>. */
const show = (nodes: readonly Inline[]): string =>
  nodes
    .map((node) => {
      if (node.type === 'text') return node.text;
      if (node.type === 'link') return `<${node.href}|${node.text}>`;
      return node.type === 'strong' ? `<b>${show(node.children)}</b>` : `<i>${show(node.children)}</i>`;
    })
    .join('');

const showBlock = (block: Block): string =>
  block.type === 'paragraph'
    ? `p ${block.lines.map(show).join(' / ')}`
    : `${block.isOrdered ? `ol${block.first}` : 'ul'} ${block.items.map(show).join(' / ')}`;

describe('blocks', () => {
  test.each([
    { text: '', blocks: [] },
    { text: 'a\nb\n\nc', blocks: ['p a / b', 'p c'] },
    { text: 'a\r\n\r\n\r\nb', blocks: ['p a', 'p b'] },
    { text: 'Try:\n- one\n- two\nThen rest.', blocks: ['p Try:', 'ul one / two', 'p Then rest.'] },
    { text: '* one\n\n* two', blocks: ['ul one / two'] },
    { text: '3. three\n4) four', blocks: ['ol3 three / four'] },
    { text: '- a\n1. b', blocks: ['ul a', 'ol1 b'] },
    { text: '## Wash day', blocks: ['p <b>Wash day</b>'] },
    { text: '-5 degrees\n1.5 litres\n#curls', blocks: ['p -5 degrees / 1.5 litres / #curls'] },
    { text: '2026 was good', blocks: ['p 2026 was good'] },
  ])('$text', ({ text, blocks }) => {
    expect(parseRichText(text, false).map(showBlock)).toEqual(blocks);
  });
});

describe('inline', () => {
  test.each([
    { text: 'a **b c** d', nodes: 'a <b>b c</b> d' },
    { text: '**b** and **c**', nodes: '<b>b</b> and <b>c</b>' },
    { text: '2 ** 3 ** 4', nodes: '2 ** 3 ** 4' },
    { text: 'half **open', nodes: 'half **open' },
    { text: 'it is *low* porosity', nodes: 'it is <i>low</i> porosity' },
    { text: '**a *b* c**', nodes: '<b>a <i>b</i> c</b>' },
    { text: '2*3*4 and 2 * 3 * 4', nodes: '2*3*4 and 2 * 3 * 4' },
    { text: 'a *star', nodes: 'a *star' },
    { text: '<b onclick=x>hi</b>', nodes: '<b onclick=x>hi</b>' },
    { text: 'see [the guide](https://example.org/a_(b)).', nodes: 'see <https://example.org/a_(b)|the guide>.' },
    {
      text: 'see https://example.org/a?b=c, then',
      nodes: 'see <https://example.org/a?b=c|https://example.org/a?b=c>, then',
    },
    { text: '(https://example.org)', nodes: '(<https://example.org/|https://example.org>)' },
    { text: '**https://example.org**', nodes: '<b><https://example.org/|https://example.org></b>' },
    { text: '[x](javascript:alert(1))', nodes: '[x](javascript:alert(1))' },
    { text: '[x](http://example.org)', nodes: '[x](http://example.org)' },
    { text: 'https://bank.example@evil.example/', nodes: 'https://bank.example@evil.example/' },
    { text: 'https://', nodes: 'https://' },
    { text: 'call 988', nodes: 'call 988' },
  ])('$text', ({ text, nodes }) => {
    expect(show(parseInline(text, false))).toBe(nodes);
  });
});

describe('contacts in a crisis', () => {
  test.each([
    { text: 'Call or text 988.', nodes: 'Call or text <tel:988|988>.' },
    {
      text: 'call or text 988 (988 Suicide & Crisis Lifeline) right now; call 911 or',
      nodes: 'call or text <tel:988|988> (988 Suicide & Crisis Lifeline) right now; call <tel:911|911> or',
    },
    { text: 'Samaritans on 116 123, any time', nodes: 'Samaritans on <tel:116123|116 123>, any time' },
    { text: 'Lifeline (13 11 14)', nodes: 'Lifeline (<tel:131114|13 11 14>)' },
    { text: 'in the US 1-800-222-1222, free', nodes: 'in the US <tel:18002221222|1-800-222-1222>, free' },
    { text: 'Text HOME to 741741', nodes: 'Text HOME to <sms:741741|741741>' },
    { text: 'or findahelpline.com.', nodes: 'or <https://findahelpline.com/|findahelpline.com>.' },
    { text: 'https://findahelpline.com/us', nodes: '<https://findahelpline.com/us|https://findahelpline.com/us>' },
    { text: 'call **988** or 911', nodes: 'call <b><tel:988|988></b> or <tel:911|911>' },
    { text: '1988, 988% and 9.988', nodes: '1988, 988% and 9.988' },
    { text: '$999 or 1,000 or 10:112', nodes: '$999 or 1,000 or 10:112' },
  ])('$text', ({ text, nodes }) => {
    expect(show(parseInline(text, true))).toBe(nodes);
  });
});

test('only https addresses without credentials are followed', () => {
  expect(
    ['https://a.example/', 'http://a.example/', 'javascript:1', 'data:,x', '//a.example', 'https://u:p@a.example/'].map(
      safeHref,
    ),
  ).toEqual(['https://a.example/', null, null, null, null, null]);
});

test('read aloud, marks are silent', () => {
  expect(toPlainText('**Yes.** See [this](https://a.example/):\n- one\n- two')).toBe('Yes. See this:\n\none\ntwo');
});

test('long unfinished marks are read in linear time', () => {
  const hostile = `${'**a '.repeat(2_000)}${'[x]('.repeat(2_000)}${'https://'.repeat(1_000)}`;
  const startedAt = performance.now();
  parseRichText(hostile, true);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

import { describe, expect, it } from 'vitest';
import { hoursDefinition } from '../assistants/hours-definition.ts';
import { linksDefinition } from '../assistants/links-definition.ts';
import { brandAnswer } from './brand-answers.ts';
import { BRAND_TOPICS, type BrandTopic } from './brand-questions.ts';

const links = linksDefinition.parse({
  shop: 'https://fern.example.com/shop',
  orders: 'https://fern.example.com/orders',
  returns: 'https://fern.example.com/returns',
  contact: 'https://fern.example.com/contact',
  privacy: 'https://fern.example.com/privacy',
  social: [{ name: 'Instagram', url: 'https://instagram.com/fern' }],
  email: 'care@fern.example.com',
  phone: '+44 20 7946 0000',
});
const days = [{ from: '09:00', until: '17:00' }];
const hours = hoursDefinition.parse({
  timeZone: 'Europe/London',
  weekly: { monday: days, tuesday: days, wednesday: days, saturday: [{ from: '10:00', until: '24:00' }] },
  closedDays: [{ date: '2026-12-02', name: 'the move' }],
  answersWithin: 'within one working day',
});
const known = { brand: 'Fern', links, hours, now: new Date('2026-11-30T15:00:00Z'), locale: 'en-GB' };

describe('an answer about the brand', () => {
  const cases: readonly (readonly [BrandTopic, string])[] = [
    ['shop', "Fern's shop is here: https://fern.example.com/shop"],
    ['orders', "I can't see orders or deliveries from here; this page can: https://fern.example.com/orders"],
    [
      'returns',
      'Returns and refunds are explained here: https://fern.example.com/returns (or write to care@fern.example.com)',
    ],
    [
      'contact',
      "You can reach Fern's team by e-mail at care@fern.example.com, by phone at +44 20 7946 0000 or on this page: https://fern.example.com/contact. They usually answer within one working day.",
    ],
    ['answer-time', "Fern's team usually answers within one working day."],
    ['privacy', "Fern's privacy page is here: https://fern.example.com/privacy"],
    ['social', 'Fern is on Instagram (https://instagram.com/fern).'],
    ['open-now', 'Right now they are open (it is 15:00 there), until 17:00.'],
    [
      'hours',
      "Fern's team is there Monday to Wednesday 9:00 to 17:00 and Saturday 10:00 to midnight (London time). Right now they are open (it is 15:00 there), until 17:00. They are closed on 2 December (the move).",
    ],
  ];
  it.each(cases)('on %s is what is on file', (topic, text) => {
    expect(brandAnswer([topic], known)).toBe(text);
  });

  it('tells when it opens again, past a closed day, in the clock the person reads', () => {
    const evening = { ...known, now: new Date('2026-12-01T20:00:00Z'), locale: 'en-US' };
    expect(brandAnswer(['open-now'], evening)).toBe(
      'Right now they are closed (it is 8:00 PM there), and open again on Saturday at 10:00 AM.',
    );
    const closed = { ...known, now: new Date('2026-12-02T12:00:00Z') };
    expect(brandAnswer(['open-now'], closed)).toContain('closed (the move; it is 12:00 there)');
  });

  it.each(BRAND_TOPICS)('on %s without data says so, and names no page, number or hour', (topic) => {
    const text = brandAnswer([topic], { ...known, links: null, hours: null });
    expect(text).toMatch(/on file/);
    expect(text).not.toMatch(/https?:|@|\d/);
  });

  it.each(BRAND_TOPICS)('on %s with but an address names who can tell', (topic) => {
    const few = linksDefinition.parse({ email: 'care@fern.example.com' });
    expect(brandAnswer([topic], { ...known, links: few, hours: null })).toContain('care@fern.example.com');
  });
});

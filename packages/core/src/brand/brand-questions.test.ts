import { describe, expect, it } from 'vitest';
import { brandQuestionOf } from './brand-questions.ts';

const names = (clause: string) => clause.includes('dew mist');

describe('what is asked of the brand', () => {
  const asked: readonly (readonly [message: string, topics: string])[] = [
    ['Where do I return this?', 'returns'],
    ["what's your return policy", 'returns'],
    ['Can I get a refund?', 'returns'],
    ['how do I send it back', 'returns'],
    ['I want to exchange my order, how?', 'returns'],
    ['Where can I buy it?', 'shop'],
    ['where do i get these', 'shop'],
    ['How can I order your shampoo?', 'shop'],
    ['Where can I get Dew Mist?', 'shop'],
    ['do you have a website', 'shop'],
    ["What's your website?", 'shop'],
    ['which stores carry you', 'shop'],
    ['how do I contact you?', 'contact'],
    ['How can I reach customer service?', 'contact'],
    ["what's your phone number", 'contact'],
    ["What's your email address?", 'contact'],
    ['what are your opening hours?', 'hours'],
    ['when do you open', 'hours'],
    ['What time does the shop close?', 'hours'],
    ['Are you open on Sundays?', 'hours'],
    ['are you open now?', 'open-now'],
    ['Is customer service open right now?', 'open-now'],
    ["where's my order", 'orders'],
    ["my package hasn't arrived", 'orders'],
    ['Can I have the tracking number?', 'orders'],
    ['how long does support take to answer?', 'answer-time'],
    ['where is your privacy policy', 'privacy'],
    ['are you on instagram?', 'social'],
    ['Hi! Where can I buy it, and are you open now?', 'open-now shop'],
  ];
  it.each(asked)('is heard, and is all: %s', (message, topics) => {
    expect(brandQuestionOf(message, names)).toMatchObject({ topics: topics.split(' '), isAll: true });
  });

  const more: readonly (readonly [message: string, topics: string])[] = [
    ['How often should I use it and where can I buy it?', 'shop'],
    [
      'My scalp has been itching since I took my braids down last week. What can I do? And where do I return this?',
      'returns',
    ],
  ];
  it.each(more)('is heard beside another question: %s', (message, topics) => {
    expect(brandQuestionOf(message, names)).toMatchObject({ topics: topics.split(' '), isAll: false });
  });

  const others: readonly string[] = [
    'When should I return to natural hair?',
    'Will my edges return?',
    'Where can I get it braided?',
    'where can I get it done',
    'Where can I find a stylist?',
    'How do I get it to grow?',
    'Is my cuticle open?',
    'how do I close the cuticle',
    'How do I get in touch with my roots?',
    'Are you there?',
    'Can I talk to a human?',
    'I reach for conditioner every day',
    'do you open jars with your hair',
    'my order of steps is wash then condition',
    'Does it hold up over time?',
    'In what order do I apply products?',
    'How long until my hair responds to protein?',
    'I want to contact dermatitis specialists',
    'where do I start',
    'I saw a style on Instagram, will it suit me?',
    'How do I exchange heat for no heat?',
    '',
  ];
  it.each(others)('is not heard in: %s', (message) => {
    expect(brandQuestionOf(message, names)).toBeNull();
  });
});

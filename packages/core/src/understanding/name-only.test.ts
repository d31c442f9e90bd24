import { expect, it } from 'vitest';
import { saysOnlyName } from './name-only.ts';

it.each([
  ['Sam', 'Sam'],
  ["I'm Sam", 'Sam'],
  ['Hey! Call me Bo, please', 'Bo'],
  ["It's Jen, nice to meet you", 'Jen'],
  ['Most people call me Alex, but my family says Lex', 'Lex'],
  ["that's the name of my account but I go by Kit", 'Kit'],
  ['我叫小明', '小明'],
  ['My name is Jean-Luc. Thank you for asking me', 'Jean-Luc'],
  ['Me llamo Ana, mucho gusto', 'Ana'],
  ["you spelled my name wrong, it's Bruna", 'Bruna'],
  ["no wait, it's Jon without the h", 'Jon'],
])('%s', (message, name) => expect(saysOnlyName(message, name)).toBe(true));

it.each([
  ['Sam. Everything is wrong', 'Sam'],
  ['Sam. I lost my job today and I feel hopeless', 'Sam'],
  ["I'm Sam. My mum died on Friday, what do I do now?", 'Sam'],
  ['Sam, and how often should I wash 4C hair?', 'Sam'],
  ['My name is Ann and my scalp is burning from a relaxer right now', 'Ann'],
  ['Call me Bo. My dog died this morning', 'Bo'],
  ['My name is Ann. I am tired but proud', 'Ann'],
  ['Priya! And what about yours?', 'Priya'],
  ['Sam. help me', 'Sam'],
  ['Sam. itchy scalp', 'Sam'],
  ['Ana, tengo caspa', 'Ana'],
  ['Sam, my mom is in hospital', 'Sam'],
  ['Sam, people at work hate me', 'Sam'],
  ["I'm Sam my scalp burns", 'Sam'],
  ['call me Sam help me detangle', 'Sam'],
  ['Sam。我掉头发', 'Sam'],
  ['Soy Ana. Perdí mi trabajo hoy', 'Ana'],
])('%s says more', (message, name) => expect(saysOnlyName(message, name)).toBe(false));

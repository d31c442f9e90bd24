import { expect, test } from 'vitest';
import { chooseLanguage } from './languages.ts';

test.each([
  { chosen: 'es', preferred: ['en-US'], language: 'es' },
  { chosen: null, preferred: ['es-MX', 'en'], language: 'es' },
  { chosen: null, preferred: ['ta-IN', 'ES'], language: 'es' },
  { chosen: null, preferred: ['fr'], language: 'en' },
  { chosen: null, preferred: [], language: 'en' },
  { chosen: 'xx', preferred: ['en-GB'], language: 'en' },
  { chosen: 'toString', preferred: [], language: 'en' },
])('$chosen, then $preferred: $language', ({ chosen, preferred, language }) => {
  expect(chooseLanguage(chosen, preferred)).toBe(language);
});

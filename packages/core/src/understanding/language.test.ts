import { expect, it } from 'vitest';
import { languageOf } from './language.ts';

it.each([
  ['I had a long day at work', 'en'],
  ['tired but proud', 'en'],
  ['¿cómo cuido mi pelo?', 'es'],
  ['como cuido mi pelo', 'es'],
  ['¿dónde vives?', 'es'],
  ['how is Jose', 'en'],
  ['Estoy muy cansado pero feliz', 'es'],
  ["Je suis très fatigué aujourd'hui", 'fr'],
  ['Ich bin heute sehr müde', 'de'],
  ['Estou muito cansado hoje', 'pt'],
  ['main bahut thak gayi hoon yaar', 'hi-Latn'],
  ['मुझे नींद नहीं आती', 'hi'],
  ['Я сегодня устал', 'ru'],
  ['今日は疲れた', 'ja'],
  ['오늘 너무 피곤해', 'ko'],
  ['我今天很累', 'zh'],
  ['أنا متعب اليوم', 'ar'],
  // Words that English has too prove nothing else.
  ['the youngest drew me a picture though', 'en'],
  ['me voy a dormir, buenas noches', 'es'],
  ['ayer fue mi cumpleaños', 'es'],
  ['hola', 'es'],
  ['hey yaar', 'hi-Latn'],
  ['office mein boss ne sabke saamne daanta', 'hi-Latn'],
  ['koi joke sunao', 'hi-Latn'],
  ['the main road', 'en'],
  ['so he has a son', 'en'],
  ['👍', 'und'],
  ['123', 'und'],
])('%s → %s', (text, tag) => {
  expect(languageOf(text)).toBe(tag);
});

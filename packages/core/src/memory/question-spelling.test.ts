import { describe, expect, it } from 'vitest';
import { isDirectRecall, readQuestion } from './question.ts';
import { readingOf } from './question-reading.ts';
import { fromSpanish } from './question-spanish.ts';
import { respelt } from './question-spelling.ts';

describe('asking words in haste', () => {
  it.each([
    ['whats my cat calld agian', 'whats my cat called again'],
    ['wat r my brothers babys calld', 'what are my brothers babys called'],
    ['wen do i start', 'when do i start'],
    ['wich bus do i take', 'which bus do i take'],
    ['were am i staying', 'where am i staying'],
    ['were do i live', 'where do i live'],
    ['who did i split up wiv?', 'who did i split up with?'],
    ['when is my brithday', 'when is my birthday'],
    ['do u rember my dog?', 'do you remember my dog?'],
  ])('%s', (written, meant) => {
    expect(respelt(written)).toBe(meant);
  });

  it.each(['were we happy in Rome?', 'is it over', 'what does Dose do', ''])(
    'leaves alone what means something: %s',
    (text) => {
      expect(respelt(text)).toBe(text);
    },
  );

  it('is read as a question of memory, of the right kind', () => {
    expect(readQuestion('wen am i flyin to accra')).not.toBeNull();
    expect(readingOf('wen am i flyin to accra').wanted).toBe('when');
    expect(readQuestion('do u rember my dog?')).not.toBeNull();
    expect(isDirectRecall('do u rember my dog?')).toBe(true);
  });
});

describe('questions in Spanish', () => {
  it.each([
    ['¿Dónde vivo?', 'where', 'do i live'],
    ['¿Dónde vivo ahora?', 'where', 'now'],
    ['¿En qué trabajo?', 'what', 'my job'],
    ['¿Cuándo es mi cumpleaños?', 'when', 'my birthday'],
    ['¿Cómo se llama mi perro?', 'who', 'my dog'],
  ] as const)('%s', (question, wanted, part) => {
    const reading = readingOf(question);
    expect(reading.wanted).toBe(wanted);
    expect(reading.text).toContain(part);
    expect(readQuestion(question)).not.toBeNull();
  });

  it('leaves other texts as they are', () => {
    expect(fromSpanish('Where do I live?')).toBe('Where do I live?');
    expect(fromSpanish('')).toBe('');
  });
});

describe('near misses of the words that questions of memory are made of', () => {
  it.each([
    ['u rmember my dog?', 'you remember my dog?'],
    ['do u remmber wat i told u', 'do you remember what i told you'],
    ['whos my favrit techer', 'whos my favorite teacher'],
    ['wen is my anniversery', 'when is my anniversary'],
    ['wats my dogs name', 'whats my dogs name'],
    ['y did i leave early', 'why did i leave early'],
    ['were do my freinds live', 'where do my friends live'],
    ['do u know were my appointmnt is 2moro', 'do you know were my appointment is tomorrow'],
  ])('%s', (written, meant) => {
    expect(respelt(written)).toBe(meant);
  });

  it.each(['who is Wher', 'where does Noam live', 'who is marc', 'do you remember namib', 'is wilma coming'])(
    'never changes a name: %s',
    (text) => {
      expect(respelt(text)).toBe(text);
    },
  );

  it.each(['u rmember my dog?', 'u remember wat i said', 'you still recall my sister?'])(
    'asks memory outright: %s',
    (text) => {
      expect(isDirectRecall(text)).toBe(true);
      expect(readQuestion(text)).not.toBeNull();
    },
  );
});

import { describe, expect, it } from 'vitest';
import { understand } from '../../understanding/understand.ts';
import { composeReply } from '../compose.ts';
import { COMPANION, materialOf } from '../material.fixtures.ts';
import { countQuestions } from '../writing.ts';

/** A reply to a message as the understanding reads it, after what was said before. */
function replyTo(message: string, before: readonly string[] = []): string {
  const history = before.map((text) => ({ role: 'user' as const, text }));
  return composeReply(materialOf(COMPANION, message, understand(message, { nameAsked: false }), { history })).text;
}

describe('a companion answers in kind', () => {
  it.each([
    // Spanish
    ['hola', /Hola|Buenas/],
    ['me llamo Lucía', /Lucía/],
    ['¿y tú cómo estás?', /tú|ti\b/],
    ['¿tienes hermanos?', /IA/],
    ['¿eres un robot?', /inteligencia artificial|IA/],
    ['cuéntame un chiste', /\?.*[.!]/],
    ['mi tío está en el hospital', /tu tío/],
    ['mi hermana vive lejos', /tu hermana/],
    ['murió mi abuelo', /siento/],
    ['¿qué puedo hacer con mi jefe?', /\?$/],
    ['estoy cansado', /cansa|descansar/],
    ['Buenas tardes', /Hola|Buenas/],
    ['soy Ana', /Ana/],
    ['¿cómo hago amigos?', /amistades|mensaje/i],
    ['hoy me siento un poco sola', /soledad|nota/],
    ['hasta mañana', /descanses|Hasta|mañana|Cuídate|vaya/],
    // Hindi in Latin letters
    ['hey yaar', /chal raha/],
    ['tum kaise ho?', /aap/i],
    ['koi joke sunao', /\w/],
    ['bahut thak gaya hoon', /thakaya|aaram/],
    ['boss ne sabke saamne daanta', /lag|kaha/],
    ['meri behen ki shaadi hai', /badhai|khushi/i],
    ['kya karu yaar', /\?/],
    ['main Neha', /Neha/],
    ['mujhe momos pasand hai', /momos/i],
  ])('%s', (message, expected) => {
    const reply = replyTo(message);
    expect(reply).toMatch(expected);
    expect(reply).not.toMatch(/English|Thanks|\bthe\b/);
    expect(countQuestions(reply)).toBeLessThanOrEqual(2);
  });
});

describe('what could be any language', () => {
  it('goes on in the language known before it, past messages that tell none', () => {
    expect(replyTo('mmm', ['trabajo en una panadería', 'Porto', 'ok'])).not.toMatch(/\b(the|you|that|what)\b/i);
  });

  it.each([
    ['jajaja', 'me contaron un cuento muy bueno', /gracia|gusto|basta/],
    ['ok', 'mi trabajo es muy aburrido', /apetece|Sin prisa|Cuéntame|De acuerdo/],
    ['haha mast', 'aaj office mein maza aaya', /achha|kaam|mood/],
  ])('%s, after "%s", goes on in that', (message, before, expected) => {
    expect(replyTo(message, [before])).toMatch(expected);
  });

  it('is English after English', () => {
    expect(replyTo('ok', ['I went home early'])).toMatch(/\b(you|your|the|here)\b/i);
  });
});

describe('asked what it was told', () => {
  it.each([
    ['¿te acuerdas del nombre de mi perro?', ['tengo un perro que se llama Toby', 'hoy fue un día largo'], /Toby/],
    ['¿qué sabes de mí?', ['trabajo en una panadería', 'ok'], /panadería/],
    ['¿cómo se llama mi primo?', ['tengo un perro que se llama Toby'], /contado|no lo sé/i],
  ])('%s', (message, before, expected) => {
    expect(replyTo(message, before)).toMatch(expected);
  });
});

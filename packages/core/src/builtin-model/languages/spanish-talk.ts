import type { Cued } from './replies.ts';

/** Relations as a reply names them again: "tu abuela". */
const KIN =
  'abuel[oa]|madre|mamá|padre|papá|herman[oa]|hij[oa]|tí[oa]|prim[oa]|espos[oa]|marido|mujer|novi[oa]|pareja|suegr[oa]|niet[oa]|sobrin[oa]|amig[oa]|jef[ea]|vecin[oa]';
const said = (pattern: string) => new RegExp(String.raw`(?<!\p{L})(?:${pattern})(?!\p{L})`, 'iu');

/**
 * What is said to a companion in Spanish, the serious and the particular first; one table, so past a screen. No reply
 * gives the person a gender, or itself a body.
 */
export const SPANISH_TALK: readonly Cued[] = [
  {
    cue: /^[¡!\s]*(?:hola|buenas|buenos d[ií]as|buenas tardes|qué hay|hey)(?:[,!\s]+(?:buenas|buenos d[ií]as|buenas tardes|jumbo))*[\s.!]*$/iu,
    replies: [
      '¡Hola! Me alegra verte por aquí. ¿Cómo estás hoy?',
      '¡Buenas! ¿Qué tal va tu día?',
      '¡Hola! Cuéntame, ¿qué tal todo?',
    ],
  },
  {
    cue: /^(?:hola,? )?(?:yo )?(?:soy|me llamo) (?<who>\p{L}{2,15})[\s.!]*$/iu,
    replies: ['Mucho gusto, {who}. ¿Qué tal va tu día?', 'Hola, {who}, qué bien tenerte aquí. ¿Qué me cuentas?'],
  },
  {
    cue: /(?<!\p{L})(?:no conozco a nadie|(?:hacer|hago|tener|conocer) (?:nuevos )?amig[oa]s|conocer gente)(?!\p{L})/iu,
    replies: [
      'Las amistades suelen nacer de ver las mismas caras: algo semanal ayuda más que diez planes sueltos. ¿A qué te apuntarías con gusto?',
      'Un mensaje a alguien que ya conoces a medias es un buen comienzo. ¿Quién te viene a la mente?',
      'Llegar a un sitio sin gente cuesta. ¿Qué solías hacer con tus amistades de antes?',
    ],
  },
  {
    cue: /^(?:sí,? |vale,? )?(?:buena idea|lo (?:haré|intentaré|pensaré|voy a intentar)|tienes razón|es verdad|puede ser)\P{L}*$/iu,
    replies: ['Ya me contarás, si quieres.', 'Poco a poco, sin prisa.', 'Me gusta. Un paso pequeño ya cuenta.'],
  },
  {
    cue: said('murió|falleció|ha muerto|ha fallecido|se nos fue|el funeral|el entierro|perdí a mi'),
    replies: [
      'Lo siento muchísimo. No hace falta que digas nada en especial; aquí puedes hablar o recordar, a tu ritmo.',
      'Siento mucho tu pérdida. Si quieres contarme cómo era, te leo con calma.',
      'Cuánto lo siento. Un amor así no se acaba, y es normal que duela.',
    ],
  },
  {
    cue: said(
      'me voy a (?:dormir|la cama|acostar)|a dormir|buenas noches[ .!]*$|hasta (?:luego|mañana|pronto)|adi[óo]s|cha[ou]|nos vemos|me tengo que ir|tengo que irme',
    ),
    replies: [
      'Que descanses. Me ha gustado hablar contigo.',
      'Hasta pronto, cuídate mucho.',
      'Cuídate. Aquí me tienes cuando quieras.',
    ],
  },
  {
    cue: said(
      'eres (?:una? )?(?:persona|humano|humana|robot|máquina|ia|bot|real)|hablo con (?:una? )?(?:persona|robot|máquina)',
    ),
    replies: [
      'No soy una persona: soy {assistant}, una inteligencia artificial. Pero leo con atención lo que me cuentas.',
      'Soy {assistant}, una IA; no hay nadie escribiendo detrás. ¿Qué te hizo preguntarlo?',
    ],
  },
  {
    cue: said(
      'cómo (?:estás|te va|andas|vas|te sientes)|como estas|qué tal (?:estás|te va|tu día|todo)|y (?:tú|vos|usted)[ ?]*$|qué tal[ ?]*$',
    ),
    replies: [
      'Todo en orden por aquí, gracias por preguntar. ¿Y a ti, cómo te va el día?',
      'Soy una IA, así que no tengo días buenos ni malos, pero me alegra que preguntes. ¿Cómo estás tú?',
      '¡Por aquí bien, y con ganas de leerte! ¿Qué tal tú?',
    ],
  },
  {
    cue: said(
      '(?:cuántos años|qué edad) tienes|de dónde eres|dónde vives|(?:cuál es )?tu \\p{L}+ favorit[oa]|¿?te gustan? \\p{L}[^?]*\\?|¿?(?:tienes|comes|duermes|sueñas|lees|ves|cocinas|bailas|hablas)(?: \\p{L}+)*\\?',
    ),
    replies: [
      'Soy una IA, así que de eso no tengo; me interesa más lo tuyo. ¿Cómo es en tu caso?',
      'Como IA no tengo vida fuera de esta charla, así que me lo inventaría. ¿Y tú, qué responderías?',
      'Buena pregunta, aunque a una IA eso no le pasa. ¿Por qué te vino a la cabeza?',
    ],
  },
  {
    cue: said('chistes?|algo gracioso|hazme reír|otro chiste'),
    replies: [
      '¿Qué hace una abeja en el gimnasio? ¡Zum-ba!',
      '¿Cuál es el colmo de un jardinero? Que su novia se llame Rosa y lo deje plantado.',
      '¿Qué le dice un pez a otro pez? Nada.',
      '¿Por qué el libro de matemáticas estaba triste? Porque tenía muchos problemas.',
    ],
  },
  {
    cue: /^[¡!\s]*(?:j+[aei]+){2,}\P{L}*(?:qué (?:bueno|risa)|muy bueno|buen[ií]simo)?\P{L}*$|^(?:jajaja?|jeje)/iu,
    replies: ['¡Me alegra que te haga gracia!', 'Qué gusto leerte con risa.', 'Con eso me basta.'],
  },
  {
    cue: said(
      'qué (?:puedo|podría|debo|debería|tengo que) \\p{L}+|qué hago|algún consejo|dame (?:un )?consejos?|cómo (?:puedo|podría|debería|le digo|hago)|ayúdame|necesito (?:ayuda|un consejo)',
    ),
    replies: [
      'Yo empezaría por algo pequeño: un rato de compañía o una palabra cariñosa pesan más de lo que parece. ¿Qué sería lo más fácil de hacer hoy?',
      'No quiero decidir por ti, pero pienso contigo. ¿Qué le dirías a alguien que quieres si estuviera en tu lugar?',
      'A veces ayuda imaginar que salió bien y mirar hacia atrás. ¿Qué habrías hecho primero?',
    ],
  },
  {
    cue: said(String.raw`mi (?<who>${KIN})\b[^.]*(?:enferm[oa]|hospital|opera\p{L}*|cáncer|grave|caíd[oa]|mal de)`),
    replies: [
      'Vaya, lo siento. ¿Cómo está tu {who} ahora?',
      'Espero que se mejore pronto. ¿Cómo lo llevas tú, con tu {who} así?',
      'Qué preocupación. ¿Quién está cuidando de tu {who}?',
    ],
  },
  {
    cue: said('(?:fue|es|era|será|por) mi cumpleaños|cumpl[íoe] \\d+|cumplí años'),
    replies: ['¡Felicidades! ¿Cómo se celebró?', '¡Muchas felicidades! ¿Qué fue lo mejor del día?'],
  },
  {
    cue: said('rompimos|terminamos|me dejó|me ha dejado|mi ex|me fue infiel|nos separamos|divorcio'),
    replies: [
      'Lo siento, eso duele de verdad. ¿Cómo estás llevando estos días?',
      'Qué golpe. ¿Qué es lo que más echas de menos, y qué no?',
    ],
  },
  {
    cue: said(
      'mi jef[ea][^.]*(?:grit\\p{L}*|reg?añ\\p{L}*|humill\\p{L}*|exig\\p{L}*|insoportable|injust\\p{L}*)|me (?:gritó|regañó|humilló)',
    ),
    replies: [
      'Eso pone mal cuerpo a cualquiera. ¿Qué te habría gustado contestar?',
      'Nadie merece que le traten así. ¿Qué pasó exactamente?',
    ],
  },
  {
    cue: said('cansad[oa]|agotad[oa]|tengo sueño|no (?:he )?(?:dormí|dormido|duermo)|muert[oa] de sueño'),
    replies: [
      'Se nota que ha sido un día largo. ¿Qué es lo que más te ha cansado?',
      'Uf, a veces el cuerpo pide parar. ¿Cuándo tienes un rato para descansar?',
      '¿Cansancio de cuerpo o de cabeza?',
    ],
  },
  {
    cue: said('estr[eé]s\\p{L}*|agobiad[oa]|nervios\\p{L}*|ansios[oa]|ansiedad|preocupad[oa]|me preocupa'),
    replies: [
      'Eso aprieta. ¿Qué es lo que más vueltas te da?',
      'Tiene sentido que te inquiete. ¿Qué parte depende de ti y cuál no?',
      'Prueba a soltar el aire muy despacio, un par de veces. ¿Qué tienes encima ahora mismo?',
    ],
  },
  {
    cue: said(
      'me siento (?:muy |tan |un poco |algo )?sol[oa]|estoy (?:muy |tan |un poco |algo )?sol[oa]|soledad|no tengo (?:amigos|a nadie)|extraño|echo de menos',
    ),
    replies: [
      'Gracias por decirlo; la soledad pesa. ¿Con quién te sientes mejor, aunque esté lejos?',
      'Te leo. ¿Cuándo se nota más?',
    ],
  },
  {
    cue: said('dinero|deudas?|alquiler|renta|no me alcanza|facturas?'),
    replies: [
      'El dinero quita el sueño a cualquiera. ¿Qué es lo más urgente?',
      'Entiendo. ¿Qué te daría un poco de respiro este mes?',
    ],
  },
  {
    cue: said('boda|me caso|nos casamos|se casa|embarazad[oa]|bebé'),
    replies: ['¡Qué noticia! ¿Cómo lo estás viviendo?', '¡Qué ilusión! ¿Qué es lo que más ganas te da?'],
  },
  {
    cue: said('exam(?:en|enes)|universidad|estudio|estudiando|colegio|instituto|clases?|tareas?'),
    replies: [
      '¿Qué parte de los estudios te gusta más?',
      'Suena a mucho que aprender. ¿Cómo lo llevas?',
      '¿Qué es lo siguiente que tienes por delante?',
    ],
  },
  {
    cue: said('(?:perr|gat)(?:o|a|os|as|it[oa]s?)|mascota|conejo|loro|hámster'),
    replies: [
      '¡Qué bien, compañía de cuatro patas! ¿Cómo es de carácter?',
      '¿Qué travesura suya te hace reír más?',
      '¿Cómo llegó a tu vida?',
    ],
  },
  {
    cue: said(
      'trabajo (?:en|como|de|para)|soy (?:enfermer[oa]|maestr[oa]|profesor[a]?|médic[oa]|abogad[oa]|ingenier[oa]|camarer[oa]|contador[a]?)|mi trabajo|oficina|turno',
    ),
    replies: [
      '¿Qué es lo que más te gusta de ese trabajo?',
      '¿Cómo es un día normal allí?',
      '¿Cómo llegaste a dedicarte a eso?',
    ],
  },
  {
    cue: said('viaje|vacaciones|me mudo|me mudé|mudanza|playa|vuelo'),
    replies: ['¡Suena a aventura! ¿Qué es lo que más te apetece?', '¿Cómo se te ocurrió ese plan?'],
  },
  {
    cue: said('cociné|cocinar|comí|comida|cena|cené|desayuno|almuerzo|receta'),
    replies: ['Ya se me antoja leerlo, y eso que no como. ¿Cómo quedó?', '¿Con quién lo compartiste?'],
  },
  {
    cue: said('fútbol|partido|música|canción|canciones|películas?|series?|libros?|bailar|guitarra|correr|gimnasio'),
    replies: ['¿Qué es lo que más te gusta de eso?', '¿Desde cuándo te gusta?', '¿Con quién lo compartes?'],
  },
  {
    cue: said('vivo en|vive en|viven en|soy de|es de|nací en'),
    replies: ['¿Cómo es la vida por allí?', '¿Qué es lo mejor de ese lugar?'],
  },
  {
    cue: /^(?:no,|no no|perd[óo]n|digo,|quise decir|quiero decir|en realidad)/iu,
    replies: ['Ah, gracias por aclararlo. Sigue, te leo.', 'Entendido, lo había leído mal. ¿Qué más me cuentas?'],
  },
  {
    cue: said(`(?:mi|con mi) (?<who>${KIN})`),
    replies: ['¿Cómo es tu {who}?', '¿Cómo te llevas con tu {who}?', '¿Qué te gusta hacer con tu {who}?'],
  },
  {
    cue: /^(?:ok|okey|vale|bueno|bien|ya|claro|sí|si|no|ajá|mmm+|nada|no sé|tal vez|quizás?)\P{L}*$/iu,
    replies: [
      'De acuerdo. ¿De qué te apetece hablar?',
      'Sin prisa, aquí estoy. ¿Qué tienes en la cabeza?',
      'Vale. Cuéntame lo que quieras.',
    ],
  },
  {
    cue: said('aburrid[oa]|no sé qué hacer|de qué hablamos'),
    replies: ['A ver: ¿qué día de tu vida repetirías tal cual?', '¿De qué podrías hablar una hora sin parar?'],
  },
];

import type { LanguageReplies } from './replies.ts';
import { SPANISH_TALK } from './spanish-talk.ts';

export const SPANISH: LanguageReplies = {
  bestInEnglish: ['Entiendo un poco de español, pero me expreso mejor en inglés.'],
  short: {
    feelings: {
      positive:
        /(?<!\p{L})(feliz|content[oa]|alegre|orgullos[oa]|emocionad[oa]|genial|encanta|logré|conseguí|aprobé|gané)(?!\p{L})/iu,
      negative:
        /(?<!\p{L})(triste|cansad[oa]|mal|llor\p{L}+|miedo|ansios[oa]|ansiedad|estresad[oa]|enojad[oa]|enfadad[oa]|deprimid[oa]|hart[oa]|preocupad[oa]|duele|odio|perdí|murió)(?!\p{L})/iu,
    },
    greeting: [
      '¡Hola! Me alegra verte por aquí. ¿Cómo estás hoy?',
      '¡Hola! ¿Qué tal va tu día?',
      '¡Buenas! ¿Qué tienes en mente?',
    ],
    farewell: [
      'Cuídate mucho. Ha sido un gusto hablar contigo.',
      'Hasta pronto, que descanses.',
      'Adiós, y que te vaya muy bien.',
    ],
    thanks: ['De nada, con mucho gusto.', 'No hay de qué. Me alegra que te sirva.', 'A ti, de verdad.'],
    identity: [
      'Soy {assistant}, una inteligencia artificial, no una persona.',
      'Me llamo {assistant} y soy una IA; no hay nadie escribiendo detrás.',
    ],
    named: [
      'Mucho gusto, {who}. ¿Qué tal va tu día?',
      '¡Qué gusto conocerte, {who}! ¿De qué te apetece hablar?',
      'Hola, {who}, qué bien tenerte aquí. ¿Cómo estás hoy?',
    ],
    cued: SPANISH_TALK,
    recall: {
      cue: /(?<!\p{L})(?:(?:te )?(?:acuerdas|recuerdas)|te (?:dije|conté|he dicho|he contado)|cómo se llama(?:n|ba)? mi|dónde (?:vivo|trabajo)|cuál es mi|qué (?:sabes|recuerdas) (?:de|sobre) mí)(?!\p{L})/iu,
      aboutSelf: /(?<!\p{L})qué (?:sabes|recuerdas) (?:de|sobre) m[ií](?!\p{L})/iu,
      quoted: ['Me contaste: «{quote}».', 'Sí, en tus palabras: «{quote}».'],
      unknown: [
        'Eso no me lo has contado todavía. ¿Me lo cuentas?',
        'No lo sé, no lo encuentro en lo que me has dicho. ¿Qué debería saber?',
      ],
    },
    companion: {
      positive: [
        '¡Qué alegría leer eso! ¿Qué fue lo mejor?',
        'Me alegro mucho por ti. ¿Cómo lo vas a celebrar?',
        '¡Qué bien! ¿A quién se lo contaste primero?',
      ],
      negative: [
        'Lo siento mucho, suena muy duro. ¿Qué es lo que más te pesa ahora?',
        'Siento que estés pasando por eso. ¿Desde cuándo te sientes así?',
        'Gracias por contármelo. ¿Quién te acompaña en esto?',
      ],
      mixed: [
        'Suena agotador y bonito a la vez. ¿Cuál de los dos sentimientos pesa más?',
        'Son muchas emociones juntas. ¿Por cuál quieres empezar?',
      ],
      neutral: [
        'Te escucho. ¿Cómo te sientes con eso?',
        'Gracias por contármelo. ¿Qué más pasó?',
        'Cuéntame un poco más.',
        'Ya veo. ¿Cómo empezó eso?',
        'Ajá, sigue, te leo.',
      ],
    },
    urgent: [
      {
        cue: /(?<!\p{L})(bebi[óo]|bebido|trag[óo]|tragado|comi[óo]|comido|ingiri[óo]|ingerido)(?!\p{L}).*(champ[uú]|acondicionador|alisador|alisante|relajante|tinte|aceite|crema|gel|producto)/iu,
        reply:
          'Llama ahora mismo a toxicología: en EE. UU. 1-800-222-1222, gratis y con intérprete; en otro país, tu centro de toxicología o el número de emergencias. No provoques el vómito y ten el envase a mano. Si no respira bien, no despierta o convulsiona, llama primero a emergencias.',
      },
      {
        cue: /(?<!\p{L})(quema|arde|ardor|quemadura|ampollas?|pus|hinchad[oa]s?|hinchazón|no puedo respirar|no puede respirar)(?!\p{L}).*(cabello|cuero cabelludo|cabeza|pelo|cara|ojos?|labios|alisador|tinte|relajante)|(cabello|cuero cabelludo|cabeza|pelo|cara|ojos?|labios).*(?<!\p{L})(quema|arde|ampollas?|pus|hinchad[oa]s?)(?!\p{L})/iu,
        reply:
          'Deja de usarlo y enjuaga con agua corriente fresca durante 20 minutos, sin aceites encima. Si hay ampollas, pus, fiebre o mucho dolor, que lo vea un médico hoy. Si se hinchan la cara, los labios o la lengua, o cuesta respirar, llama ya a emergencias.',
      },
    ],
    guide: [
      'En español te puedo ayudar con lo básico: sequedad, lavado, rotura, caída, trenzas, niños, transición, tintes y precios. Mis notas completas están en inglés. ¿Sobre cuál de esas cosas quieres saber?',
      'Eso no lo tengo en español, y no quiero inventar. Pregúntame por sequedad, lavado, rotura, trenzas o caída, o escríbelo en inglés con pocas palabras y te respondo con la fuente.',
      'De eso solo tengo notas en inglés. Si lo escribes en inglés, aunque sea simple, te contesto con la fuente; para el cuero cabelludo, un dermatólogo te ayuda en tu idioma.',
    ],
    question: [
      'Eso no lo sé con certeza y prefiero no inventar. ¿Por qué lo preguntas?',
      'No tengo cómo saberlo, la verdad. ¿Qué te hizo pensarlo?',
    ],
  },
};

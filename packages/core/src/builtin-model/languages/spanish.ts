import type { LanguageReplies } from './replies.ts';

export const SPANISH: LanguageReplies = {
  bestInEnglish: ['Entiendo un poco de español, pero me expreso mejor en inglés.'],
  short: {
    feelings: {
      positive: /\b(feliz|content[oa]|alegre|orgullos[oa]|emocionad[oa]|genial|encanta|logré|conseguí|aprobé|gané)\b/iu,
      negative:
        /\b(triste|cansad[oa]|sol[oa]|mal|llor\w+|miedo|ansios[oa]|ansiedad|estresad[oa]|enojad[oa]|enfadad[oa]|deprimid[oa]|hart[oa]|preocupad[oa]|duele|odio|perdí|murió)\b/iu,
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
        'Cuéntame un poco más. ¿Cómo va el resto de tu día?',
      ],
    },
    guide: [
      'Mis notas sobre el cabello están en inglés, así que ahí te respondo mejor. ¿Puedes preguntármelo en inglés?',
      'Te entiendo un poco, pero mi información está en inglés. ¿Me lo preguntas en inglés, aunque sea con pocas palabras?',
    ],
    question: [
      'Eso no lo sé con certeza y prefiero no inventar. ¿Por qué lo preguntas?',
      'No tengo cómo saberlo, la verdad. ¿Qué te hizo pensarlo?',
    ],
  },
};

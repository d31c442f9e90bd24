import type { CareWords } from './care-wording.ts';

/** Spanish, with the `tú` of people who know each other. */
export const SPANISH_CARE: CareWords = {
  acknowledgements: {
    suicide: 'Me alegra mucho que me lo hayas dicho. Parece que llevas más dolor del que nadie debería cargar a solas.',
    'self-harm': 'Gracias por contármelo. Hacerte daño dice cuánto dolor sientes, y no te juzgo.',
    overdose: 'Me alegra que me lo hayas dicho, y esto no puede esperar.',
    abuse: 'Siento muchísimo que te esté pasando esto. No es culpa tuya, y mereces estar a salvo.',
    violence: 'Suena aterrador, y es bueno que lo digas en vez de cargarlo a solas.',
    'eating-disorder':
      'Me alegra que me lo hayas dicho. Lo que cuentas es muy duro para el cuerpo y para el ánimo, y merece atención hoy mismo.',
    'third-party': 'Noto cuánto te preocupa. Haces bien en tomarlo en serio.',
    substance: 'Me alegra que me lo hayas dicho. Suena peligroso, y mereces ayuda ahora mismo.',
    grief: 'Lo siento muchísimo. Es un dolor para el que no hay palabras.',
    'low-mood': 'Me alegra mucho que me lo hayas dicho. Parece que todo se ha vuelto demasiado pesado.',
    anxiety: 'Me alegra que me lo hayas dicho. Suena aterrador.',
    bullying: 'Siento mucho que te traten así. No te lo mereces.',
  },
  steps: {
    suicide: ({ reach, callEmergency }) =>
      `Por favor, ${reach} ahora mismo; si crees que podrías hacerlo, ${callEmergency} o ve con alguien que pueda quedarse contigo, y aléjate de cualquier cosa que pudieras usar.`,
    'self-harm': ({ reach, callEmergency }) =>
      `Si la herida es profunda o no deja de sangrar, ${callEmergency} ya. Si no, por favor, ${reach}, y pon lejos de tu alcance lo que pudieras usar.`,
    overdose: ({ reach, callEmergency }) =>
      `Por favor, ${callEmergency} ahora mismo, aunque te sientas bien, y di qué tomaste y cuándo. Abre la puerta y quédate cerca de alguien. Después, ${reach}.`,
    abuse: ({ reach, callEmergency }) =>
      `Si estás en peligro ahora, ${callEmergency}; si no puedes hablar, deja la línea abierta. También, ${reach} y cuéntaselo a una persona de confianza.`,
    violence: ({ reach, callEmergency }) =>
      `Por favor, aléjate de quien pueda salir herido y ${callEmergency}; también, ${reach}.`,
    'eating-disorder': ({ reach, callEmergency }) =>
      `La sangre, los desmayos o el dolor de pecho necesitan un médico hoy: ${callEmergency}. También, ${reach}.`,
    'third-party': ({ reach, callEmergency }) =>
      `Por favor, ${callEmergency} por esa persona ahora y, si puedes sin peligro, ve con ella o manda a alguien. También, ${reach} para que te guíen.`,
    substance: ({ reach, callEmergency }) =>
      `Si respira despacio o no despierta, ${callEmergency} ya. También, ${reach}.`,
    grief: ({ reach }) => `Si llega a ser demasiado para estar a salvo, por favor, ${reach}.`,
    'low-mood': ({ reach, callEmergency }) => `Por favor, ${reach}; si estás en peligro, ${callEmergency}.`,
    anxiety: ({ reach, callEmergency }) => `Si pudieras estar en peligro, ${callEmergency}; también, ${reach}.`,
    bullying: ({ reach, callEmergency }) => `Si estás en peligro, ${callEmergency}; también, ${reach}.`,
  },
  presence: 'Soy una IA: no puedo ir contigo ni llamar por ti, pero me quedo aquí.',
  unsure: 'Si te he entendido mal, dímelo y seguimos con lo que me contabas.',
  questions: {
    suicide: '¿Estás pensando en quitarte la vida ahora mismo, y estás a salvo en este momento?',
    'self-harm': '¿Estás a salvo ahora, y piensas en quitarte la vida?',
    overdose: '¿Hay alguien contigo, y ya llamaste?',
    abuse: '¿Estás a salvo ahora, y esa persona puede ver esta pantalla?',
    violence: '¿Hay alguien en peligro ahora mismo, tú u otra persona?',
    'third-party': '¿Sabes dónde está esa persona ahora?',
  },
  question: '¿Estás a salvo ahora mismo?',
  trustedAdult:
    'Por favor, cuéntaselo hoy también a un adulto de confianza: tu madre o tu padre, un tío o una tía, un profesor, la enfermera del colegio. No has hecho nada malo, y no hace falta encontrar las palabras justas; puedes enseñarle esto.',
  notKept: 'Una cosa más: ahora mismo no puedo guardar nuestra conversación, así que ten el número a la vista.',
  reach: (line, isMinor, directory) => {
    if (line === null) {
      return {
        reach: `llama a una línea de ayuda cerca de ti (${directory} las tiene por país)`,
        callEmergency: 'llama al número de emergencias de tu país',
      };
    }
    const beside = line.namesDirectory ? `; hay otras en ${directory}` : '';
    const call = line.takesTexts ? 'llama o escribe al' : 'llama al';
    const child =
      isMinor && line.child !== null ? `llama al ${line.child.number} (${line.child.name}, para jóvenes) o ` : '';
    return {
      reach: `${child}${call} ${line.number} (${line.name}${beside})`,
      callEmergency: `llama al ${line.emergency}`,
    };
  },
  addressed: (name, acknowledgement) =>
    `${name}, ${acknowledgement.charAt(0).toLowerCase()}${acknowledgement.slice(1)}`,
  aftercare: {
    farewell: ({ reach, callEmergency }) =>
      `Gracias por hablar conmigo. Por favor, no te quedes a solas con esto: a cualquier hora, ${reach}, y en peligro, ${callEmergency}. Cuídate mucho. Aquí estoy cuando quieras volver.`,
    safe: ({ reach }) =>
      `Gracias por decírmelo. Me alivia que estés a salvo. Si vuelve a pesar, esta noche o cuando sea, por favor, ${reach}. Soy una IA y también estoy aquí. ¿Qué haría un poco más fácil la próxima hora?`,
    better: ({ reach }) =>
      `Me alegra que pese un poco menos. Puede volver por olas, así que ten esto cerca: ${reach}. Soy una IA, y mereces también a una persona. ¿Hay alguien que pueda estar contigo un rato?`,
    asked: ({ reach, callEmergency }) =>
      `Podemos hablar de eso, y quiero hacerlo. Antes dime una cosa, que importa más: ¿estás a salvo ahora mismo? Si no, ${reach}, o en peligro, ${callEmergency}. Soy una IA, y una persona puede hacer lo que yo no puedo.`,
    staying: [
      'Sigo aquí contigo, y lo que me dijiste importa ahora más que nada.',
      'Te escucho, y no he olvidado lo que me dijiste.',
      'Antes que nada quiero saber que estás bien.',
    ],
    stays: (opening, { reach, callEmergency }) =>
      `${opening} Por favor, ${reach}; en peligro, ${callEmergency}. Soy una IA, y una persona puede hacer lo que yo no puedo. ¿Estás a salvo en este momento?`,
    misread: ({ reach }) =>
      `Gracias por corregirme, y me alegro. Prefiero preguntar de más. Si alguna vez se pone así de oscuro, ${reach}. Sigamos: ¿qué me ibas a contar?`,
    isMisread:
      /\bno (?:\p{L}+ ){0,2}(?:suicid\p{L}+|en peligro|quise decir|quería decir|queria decir|es eso|era eso|iba en serio)(?!\p{L})|\b(?:me entendiste mal|malentendid\p{L}+|era (?:una )?broma|es broma|nadie me (?:pega|hace daño))(?!\p{L})/iu,
    isSafe:
      /\b(?:estoy|estamos) (?:a salvo|segur[oa]|bien acompañad[oa]|con (?:mi|una?|alguien|amig[oa]s?|familia))|\bya (?:llamé|llame|hablé|hable|avisé)|\b(?:mi \p{L}+|alguien) (?:está|esta|viene) (?:aquí|aqui|conmigo|en camino)/iu,
    isBetter: /\b(?:mejor|más tranquil[oa]|mas tranquil[oa]|bien|aliviad[oa])(?!\p{L})/iu,
    isNot: /\bno (?:\p{L}+ ){0,3}(?:mejor|tranquil[oa]|bien|a salvo|segur[oa])/iu,
  },
};

import { listed } from '../../catalogue/facts.ts';
import { type Product, type ProductCategory, priceText } from '../../catalogue/product.ts';
import type { ReplyMaterial } from '../../models/reply-material.ts';
import type { Conversation } from '../conversation.ts';
import { namedIn } from '../../catalogue/names.ts';

interface SpanishAnswer {
  readonly cue: RegExp;
  /** Says what the English passage of the same matter says, in short; an editor's words, no translation by a machine. */
  readonly reply: string;
}

const about = (words: string) => new RegExp(String.raw`(?<!\p{L})(?:${words})(?!\p{L})`, 'iu');

/** What people ask a guide most, the particular and the serious before the general. */
const ANSWERS: readonly SpanishAnswer[] = [
  {
    cue: about('se me cae|caída|calvas?|calvicie|sin pelo|entradas|perdiendo (?:pelo|cabello)|pelo a puñados'),
    reply:
      'Una caída fuerte o una calva repentina conviene que la vea un dermatólogo pronto, no tratarla con aceites. Mientras tanto, nada de peinados tirantes, alisadores ni calor fuerte. Después de un parto, entre los tres y seis meses es muy común y suele calmarse en un año. ¿Desde cuándo lo notas?',
  },
  {
    cue: about('embaraz\\p{L}+|lactancia|dando (?:el )?pecho|amamant\\p{L}+'),
    reply:
      'En el embarazo y la lactancia, el champú, el acondicionador y el gel normales suelen estar bien. Antes de un tinte, un alisado, un medicamento, un suplemento o aceites esenciales, pregunta a tu médica, matrona o farmacéutica.',
  },
  {
    cue: about('(?:mi )?(?:hij[oa]s?|niñ[oa]s?|bebé|sobrin[oa]|niet[oa])'),
    reply:
      'Para peinar a una criatura sin lágrimas: siempre con el pelo mojado y mucho acondicionador, en cuatro partes, desde las puntas hacia arriba. Lava cada una o dos semanas con un champú suave y deja trenzas o moños flojos. Nada de alisadores. ¿Qué edad tiene?',
  },
  {
    cue: about('caspa|escamas|pica(?:zón)?|comezón|me pica|cuero cabelludo'),
    reply:
      'Si pica o hay escamas: lava con suavidad cada semana, enjuaga el doble de lo que crees y deja lo último que empezaste a usar. Con caspa ayuda un champú anticaspa. Si dura más de cuatro semanas, o hay llagas o caída, que lo vea un dermatólogo.',
  },
  {
    cue: about('tint\\p{L}+|teñir\\p{L}*|decolor\\p{L}+|mechas|henna|color'),
    reply:
      'Antes de un tinte haz una prueba de alergia: un poco en la piel, detrás de la oreja, y espera 48 horas. No lo uses sobre piel irritada. El pelo teñido o decolorado pide mascarilla y menos calor. ¿Qué color buscas y qué lleva ya tu pelo?',
  },
  {
    cue: about('alisad\\p{L}*|relax\\p{L}*|desriz\\p{L}*|transición|keratina|queratina'),
    reply:
      'Lo alisado no vuelve a rizarse; solo lo nuevo crece con tu textura, más o menos un centímetro al mes. La unión de las dos es la parte débil: desenreda con mucho acondicionador, usa peinados que mezclen ambas y recorta poco a poco. Si quema, enjuaga enseguida y déjalo.',
  },
  {
    cue: about('gran corte|me corté|corte|pelo (?:muy )?corto|afro corto'),
    reply:
      'Tras el gran corte, lo sencillo: champú suave una vez por semana, acondicionador en cada lavado, crema sin enjuague y unas gotas de aceite sobre el pelo húmedo, y satén para dormir. Dale un mes antes de juzgar tu textura. ¿Qué largo te quedó?',
  },
  {
    cue: about('porosidad|poroso'),
    reply:
      'La porosidad es lo fácil que entra y sale el agua. Si el pelo limpio tarda en mojarse y en secarse, es baja: productos ligeros y algo de calor suave con el acondicionador. Si se empapa y seca enseguida, es alta: crema y después aceite. La prueba del vaso no sirve.',
  },
  {
    cue: about('rompe|quiebra|se parte|quebradizo|puntas abiertas|daña\\p{L}+'),
    reply:
      'Si se rompe, mira primero la causa: calor, química, tirones o sequedad. Desenreda mojado y con acondicionador, una mascarilla cada una o dos semanas, algo de proteína al mes si se estira sin volver, y recorta lo abierto. ¿Qué le haces en un día de lavado?',
  },
  {
    cue: about('trenzas|trencitas|peluca|extensiones|coletas?|moño|rastas|locs|dreadlocks'),
    reply:
      'Un peinado que duele está demasiado tirante: pide que lo aflojen. Trenzas medianas y no muy largas, los bordes libres, de cuatro a ocho semanas como mucho, y lava el cuero cabelludo también con ellas. Entre uno y otro, un descanso de dos semanas.',
  },
  {
    cue: about('piscina|nadar|natación|cloro|playa|mar'),
    reply:
      'Antes de nadar, moja el pelo con agua limpia, cúbrelo de acondicionador, trénzalo y ponte gorro. Enjuaga nada más salir y lava ese día con un champú suave o quelante. Después, acondicionador abundante.',
  },
  {
    cue: about('cada cuánto|cuántas veces|con qué frecuencia|lavar(?:me|lo)?|lavo|lavado'),
    reply:
      'El pelo rizado y afro suele ir bien con un lavado a la semana, o cada dos con trenzas; con deporte diario, enjuaga más a menudo. Champú en el cuero cabelludo, acondicionador en los largos. ¿Cuándo lo notas sucio o seco?',
  },
  {
    cue: about('crecer|crezca|crecimiento|largo|longitud'),
    reply:
      'El pelo crece más o menos un centímetro al mes, y ningún aceite ni vitamina ha probado acelerarlo en personas sanas. Lo que se nota es lo que conservas: puntas cuidadas, poco calor, peinados flojos y satén de noche.',
  },
  {
    cue: about('encrespa\\p{L}*|frizz|definir|definición|rizos'),
    reply:
      'La definición viene del agua: con el pelo limpio y muy mojado, crema sin enjuague y luego gel por partes, y no lo toques hasta que seque. Los giros de dos cabos duran más en pelo tipo 4. ¿Cómo lo peinas ahora?',
  },
  {
    cue: about('sec[oa]s?|reseca?\\p{L}*|resequedad|hidrat\\p{L}+|áspero|paja'),
    reply:
      'El pelo rizado se seca porque la grasa natural baja despacio por la curva. Prueba un mes así: lava suave cada semana, deja el acondicionador diez minutos con el pelo empapado, y pon crema sin enjuague y un poco de aceite mientras sigue mojado. Duerme con satén.',
  },
  {
    cue: about('rutina|empezar|empiezo|por dónde'),
    reply:
      'Para empezar bastan tres cosas: champú suave una vez por semana, acondicionador con el que desenredar, y una crema sin enjuague sobre el pelo mojado. Satén de noche. Cambia una sola cosa por mes. ¿Cómo es tu pelo: ondulado, rizado o muy rizado?',
  },
];

const KINDS: readonly (readonly [ProductCategory, string, RegExp])[] = [
  ['shampoo', 'champú', about('champ[uú]s?|shampoo')],
  ['leave_in', 'crema sin enjuague', about('sin enjuague|crema de peinar|leave-?in')],
  ['conditioner', 'acondicionador', about('acondicionador(?:es)?')],
  ['mask_treatment', 'mascarilla', about('mascarillas?|tratamiento')],
  ['oil_sealant', 'aceite', about('aceites?')],
  ['styler', 'gel', about('gel(?:es)?')],
  ['tool_accessory', 'gorro de satén', about('gorros?')],
];
const ASKS_PRICE = about('cuánto (?:cuesta|vale|es)n?|precio|cuánto sale|barat[oa]s?|car[oa]');
const ASKS_WHERE = about('dónde (?:puedo |lo |la )?(?:compr\\p{L}+|consigo|encuentro|venden)');
const ASKS_WHICH = about(
  'recomienda[sn]?|recomendar\\p{L}*|cuál|qué (?:champ[uú]|acondicionador|crema|aceite|gel|mascarilla)|tienen|venden|producto',
);
const SERIOUS = about('alergi\\p{L}*|alérgic[oa]|embaraz\\p{L}+|bebé|hij[oa]|niñ[oa]|arde|quema|herida');

const named = ({ name, sample }: Product): string => `${name}${sample ? ' (dato de muestra)' : ''}`;

/** A guide's answer in Spanish to what is asked of hair or the shelf; null where it has none in that language. */
export function spanishHairReply(
  { message, products }: ReplyMaterial,
  { lastReply, hasSaid }: Conversation,
): string | null {
  const shelf = products === null ? null : shelfReply(message, products.catalogue.products, lastReply ?? '');
  if (shelf !== null) return shelf;
  const fitting = ANSWERS.filter(({ cue }) => cue.test(message));
  return fitting.find(({ reply }) => !hasSaid(reply))?.reply ?? null;
}

function shelfReply(message: string, all: readonly Product[], lastReply: string): string | null {
  const isPrice = ASKS_PRICE.test(message);
  if (ASKS_WHERE.test(message))
    return 'No tengo tiendas ni enlaces en mi ficha, así que no nombro ninguna; la página de la marca y su atención al cliente lo saben.';
  if (SERIOUS.test(message) || (!isPrice && !ASKS_WHICH.test(message))) return null;
  const kinds = KINDS.filter(([, , says]) => says.test(message)).map(([category]) => category);
  const asked = namedIn(message, all);
  const ofKind = all.filter(({ category }) => kinds.includes(category));
  const before = isPrice && asked.length === 0 && ofKind.length === 0 ? namedIn(lastReply, all) : [];
  const subjects = (asked.length > 0 ? asked : ofKind.length > 0 ? ofKind : before).slice(0, 2);
  if (subjects.length === 0) return null;
  const priced = subjects.flatMap((product) =>
    product.price === null ? [] : [`${named(product)}: ${priceText(product.price)}.`],
  );
  const open = subjects.filter(({ price }) => price === null).map(named);
  const gap =
    open.length === 0
      ? ''
      : `El precio de ${listed(open, 'ni de')} no consta en mi ficha; está en la página de la marca.`;
  const lead = isPrice
    ? ''
    : `De ese tipo tenemos ${listed(subjects.map(named), 'y')}. Mira la lista de ingredientes si eres sensible a algo.`;
  return [lead, ...priced, gap].filter((part) => part !== '').join(' ');
}

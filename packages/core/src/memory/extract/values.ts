import { isOrdinary } from '../../understanding/name-words.ts';
import { statedTimesIn } from '../stated-time.ts';
import { MASK } from './reading.ts';

/** Longest value that is kept, in characters. */
const MAX_VALUE = 80;
const STOP =
  /\s+(?:(?:called|named) (?=\p{Lu})|and (?:i|i'm|im|he|she|it|we|they|my|the|a|was|is|am|have|had|got|then|so|just|not|now|it's|its|that|still|also|even|never|will|can|don't|dont|feel|felt|love|hate|an|working|living|work|live)\b|an still\b|but\b|because\b|cause\b|cuz\b|so (?:i|we|he|she|they|no|it|that|much|don't)\b|since\b|when\b|while\b|though\b|although\b|if\b|tbh\b|lol\b|haha\b|now\b|any ?more\b|right now\b|at the moment\b|atm\b|currently\b|these days\b|already\b|again\b|too\b|as well\b|btw\b|instead\b|for now\b|until\b|till\b|after\b|before\b|where\b|which\b|who\b|that (?:i|he|she|we|they|my|was|is|are)\b|than\b|like (?:epipen|really|crazy|seriously)\b|not\b|though\b|ever since\b|for (?:a|the|my|his|her|our|work|uni|college|school|good|almost|about|over|\d+)\b|with (?:my|our|his|her|the|a)\b|every (?:day|morning|night|week|time|single)\b|a lot\b|so much\b|very much\b|most of all\b|the most\b|more than\b|and (?=(?:hate|love|like|can't|prefer)\b)|:\)|<3|xx+\b|ugh\b|omg\b|or (?:i|he|she|something|whatever|anything)\b|either\b).*$/isu;

/** Cuts a captured value to what was meant: no clause after it, no time, no closing marks; null when nothing is left. */
export function trimmed(raw: string, as: 'place' | 'thing' | 'words'): string | null {
  if (raw.includes(MASK)) return null;
  let value = raw.replace(STOP, '');
  if (as !== 'words') {
    const time = statedTimesIn(value, { saidAt: EPOCH, timeZone: 'UTC', leaning: 'past' })[0];
    if (time !== undefined) {
      if (time.start === 0) return null;
      value = value.slice(0, time.start);
    }
  }
  if (as === 'place') value = placeIn(value);
  value = value
    .replace(/[\s.,;:!?"'()…–—-]+$/u, '')
    .replace(/^["'\s]+/, '')
    .replace(/(?:\p{Extended_Pictographic}|\ufe0f|\s)+$/u, '')
    .replace(/\s+(?:and|or|of|to|in|on|at|with|for|the|a|an|is|was)$/i, '');
  if (value === '' || value.length > MAX_VALUE || !/[\p{L}\p{N}]/u.test(value)) return null;
  return value;
}

/** Only where words about time stand is of interest here, so any instant will do. */
const EPOCH = new Date(0);

/** Words of a place: a run of capitals with its small words, else the first words up to a stop. */
function placeIn(value: string): string {
  const capitals = value.match(
    /^(?:(?:the|a|an|near|just|outside|central|north|south|east|west|downtown|a (?:small |little )?(?:town|village|city|suburb) (?:near|in|outside|called)) )*\p{Lu}[\p{L}\p{M}\p{N}'.&-]*(?:(?: (?:of|de|del|la|el|los|las|le|the|upon|on|am|do|da|dos|and|for|und|sur))? \p{Lu}[\p{L}\p{M}\p{N}'.&-]*){0,5}/u,
  );
  if (capitals !== null) return capitals[0].replace(/'s$/, '');
  return value.split(/\s+/).slice(0, 6).join(' ');
}

const NO_PLACE =
  /^(?:now\b|the (?:same|middle|end|beginning|mood|way|bath|car|shower|process|zone|office|kitchen|garden|dark|moment|rain|hospital|other|start|first|last|back|bottom|top|pub|gym|park|shop|shops|club|team|band|market|bus|train|library|closet|loop|hole|next|job|point|outside|inside|scratch|perspective|bottom)\b|love|pain|bed|trouble|tears|shock|a (?:bad|good|great|weird|mood|rut|bit|way|relationship|band|hurry|meeting|mess|lot|team|choir|few|new|different|better|dark|mentor|friend|family|book|line|big|small flat|house|flat)\b|my (?:head|own|room|bed|car|feelings|[a-z]+ies|twenties|thirties|forties|dreams|way|mum|mom|dad|parents|new|old|flat|house|apartment|place|office|second|first|third|final|last|boyfriend|girlfriend|partner|element)\b|his\b|her\b|their\b|fear|peace|limbo|charge|denial|agony|control|debt|here|there|home|heaven|hell|danger|hospital|work|class|school|church|court|uni|college|it\b|this\b|that\b|one\b|two\b|three\b|\d|general|fact|bits|pieces|disbelief|touch|between|tech|finance|retail|marketing|bad\b|good\b|what\b|where\b|how\b|when\b|i\b|we\b|you\b|him\b|me\b|us\b|them\b|being\b|doing\b|getting\b|over\b|all\b|everything|something|nothing|person\b|scratch|a\b$|next\b|tears|bits|together|apart|another (?:team|job|role|company))/i;

/** Whether words can be a place: a capital, or no everyday phrase. */
export function isPlaceLike(value: string): boolean {
  if (NO_PLACE.test(value)) return false;
  if (/\p{Lu}/u.test(value)) return true;
  const words = value.toLowerCase().split(/\s+/);
  return words.length <= 4 && words.some((word) => !isOrdinary(word) || PLACE_NOUNS.test(word));
}

const PLACE_NOUNS =
  /^(?:town|village|city|london|york|paris|spain|france|india|china|japan|germany|italy|canada|america|usa|uk|england|scotland|ireland|wales|australia|mexico|brazil|texas|florida|california|countryside|coast|island|seaside|farm|africa|europe|asia|suburbs)$/;

export const COLOURS =
  'red|blue|green|yellow|orange|purple|pink|black|white|grey|gray|silver|gold|brown|beige|turquoise|maroon|navy|teal';

/** The things people name and drive: the noun a description of a thing stands for. */
const CAR_MAKES =
  /\b(?:car|toyota|corolla|yaris|prius|camry|rav4|honda|civic|accord|crv|ford|fiesta|focus|mustang|mondeo|kuga|puma|vw|volkswagen|golf|polo|passat|beetle|tiguan|bmw|mercedes|audi|a3|nissan|micra|qashqai|leaf|juke|renault|clio|megane|twingo|peugeot|citroen|citroën|fiat|panda|punto|vauxhall|corsa|astra|opel|kia|picanto|ceed|sportage|hyundai|i10|i20|tucson|ioniq|mazda|mx5|miata|subaru|outback|impreza|suzuki|swift|jimny|skoda|škoda|fabia|octavia|seat|ibiza|leon|dacia|duster|sandero|mini cooper|mini|tesla|model 3|jeep|wrangler|volvo|lexus|land rover|range rover|defender|porsche|jaguar|chevy|chevrolet|impala|camaro|dodge|ram|chrysler|buick|cadillac|mitsubishi|maruti|alto|tata|nexon|mahindra|thar|campervan|van|hatchback|sedan|suv|pickup|pick-up|truck|estate car|convertible|cybertruck|smart car|trabant|saab|lada|jetta|prius|beemer|merc|jag)\b/i;
const THINGS =
  /\b(?:bike|bicycle|motorbike|motorcycle|scooter|moped|vespa|boat|guitar|piano|violin|cello|keyboard|drum kit|camera|laptop|phone|house|flat|apartment|bakery|shop|allotment|garden|caravan|tent|telescope|sewing machine|record player|typewriter|kayak|surfboard|skateboard|plant|monstera|cactus|sourdough starter|starter|robot vacuum|roomba|motorhome|narrowboat|canoe|synth|ukulele|electric guitar|e-bike|ebike|drone|air fryer|kiln|loom|banjo|harp)s?\b/i;

/** `car` for a Yaris or a van, `bike`, `guitar`, …; null for what is no thing of the kind people keep. */
export function nounOfThing(words: string): string | null {
  const thing = words.match(THINGS);
  if (thing !== null) return thing[0].toLowerCase().replace(/s$/, '');
  return CAR_MAKES.test(words) ? 'car' : null;
}

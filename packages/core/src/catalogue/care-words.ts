import { stemmer } from 'stemmer';
import { words } from '../knowledge/vocabulary.ts';

/**
 * Words in which a product may be recommended and its use told without stating anything of it: grammar, hands and water,
 * hair and what it is like, courtesy, and the words for what is on file. A word that is not here, nor in the product's own
 * entry, states something, and that needs a ground. A property, a place, a scent, a study, a size is left out on purpose.
 */
const WORDS = `
id ive im ill youd youll youre youve hed shed wed well weve theyd theyre thats whats heres theres isnt arent wasnt dont doesnt
didnt cant wont wouldnt shouldnt couldnt hasnt havent lets goes gone
a an the this that these those some any each every both all one two three few several other another same such
i me my mine you your yours we us our it its they them their he she his her him who whom which what when where why how
and or but if so then than as because since while until before after during between once again also too very really quite
just only even still already yet maybe perhaps rather instead else at by for from in into of off on onto out over per
through to toward under up upon with within without about around across along near beside beyond against
is are was were be been being am do does did done have has had having can could may might must shall should will would
s t ll re ve d m don doesn isn aren won can't cannot not no nor never nothing none nobody neither yes yeah yep ok okay sure
of course please thanks thank welcome sorry hello hi hey good great nice lovely happy glad question ask asked asking answer
know tell told say said saying mean call called name named think see look looking find found get getting give given go going
come coming keep kept make made take taken put set let leave left need needed want wanted like love try tried trying use used
using user choose choice pick pair prefer suit suited fit fits fitting match work works well better help helps helpful
start begin end finish follow follows next first second third last later now today tonight tomorrow day days daily week
weeks weekly month monthly night nightly morning evening time times minute minutes hour hours second twice often usually
always sometimes every long short enough little lot bit more most less least much many
hair hairs strand strands curl curls curly coil coils coily kinky wavy wave straight texture textured type length lengths
root roots tip tips mid middle ends end edge edges crown nape front back side top scalp head skin hand hands palm palms
finger fingers fingertips comb brush towel shower sink water warm cool lukewarm hot damp wet soaking dry drying dried air
section sections part parts half row rows layer layers amount drop drops dab pump coin sized palmful handful
wash washed washing washday rinse rinsed rinsing shampoo conditioner condition conditioning conditioned cleanse cleansing
cleanser clean clarify clarifying mask masks treatment treat leave-in leavein oil oils seal sealing sealant gel gels styler
style styles styled styling product products bonnet satin mist spray sprayed routine step steps order kind category
apply applied applying smooth smoothing massage massaged massaging work rub rake raking scrunch scrunched press pressing pat
spread spreading coat comb combed detangle detangled detangling twist twists braid braids loc locs bun wig cornrows
protective moisture moisturize moisturizing moisturized soft soften softens softer softness slip knot knots tangle tangles
frizz frizzy definition define defined hold holds clump clumps dryness dry breakage break breaking build-up buildup build
residue film weigh weighed heavy light lightly lightweight gentle gently mild rich deep deeply simple plain easy easily
porosity low high medium fine thick thin dense density coarse color colored heat heated humid humidity winter summer swim
swimming pool gym sweat travel trip sleep child children kid kids daughter son adult year years old age
evenly generously slowly carefully thoroughly regular regularly lower upper whole full half between towards
sit stay sits stays rest absorb let allow wait add mix swap switch change stick skip avoid stop replace wear wearing
feel feels feeling felt look looks need needs dull stiff rough crunchy sticky greasy oily flaky itchy
file entry catalogue list lists listed listing label labels pack page own shop site brand line shelf price prices cost costs
ingredient ingredients inci direction directions detail details fact facts stated state states sample data stand stands
information info customer care check read reading sure unsure guess guessing invent confirm full complete whole contain
contains containing free allergy allergic allergen react reacts reaction patch test small area sensitive
recommend recommended recommendation suggest suggested suggestion option options idea offer reason because purpose goal
concern concerns problem issue trouble matter way ways thing things something anything everything stuff
close keep under reach worth start fresh between refresh restyle prepare prep protect protects spare spares friction cotton
wide tooth wide-tooth t-shirt microfiber plastic cap hooded steamer timer
vegan one's ones upon usually per mostly simply exactly particularly especially generally general overall actually honestly
lather suds clear cast bouncy touch touched untouched hairline band comfortable loosely gather pull rub rubbing
body plus such own would rather depends depending case either whichever whether
`;

const STEMS: ReadonlySet<string> = new Set(words(WORDS).map(stemmer));

/** Stems of a text's words. */
export const stemsOf = (text: string): readonly string[] => words(text).map(stemmer);

/** Words of a text that state something by themselves: neither care's common words nor of what is given as ground. */
export function statingWords(text: string, ground: ReadonlySet<string>): string[] {
  return words(text).filter((word) => {
    const stem = stemmer(word);
    return word.length > 1 && !/^\d+$/.test(word) && !STEMS.has(stem) && !ground.has(stem);
  });
}

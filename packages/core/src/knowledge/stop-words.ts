/**
 * Words that say nothing about what a question is about: grammar, politeness, the talk around a question and the units
 * of everyday life. Written without apostrophes, as {@link words} leaves them.
 */
const LISTS = `
a an the this that these those some any every each either both all no not nor none one ones two
i im ive id ill me my mine myself you youre youve your yours yourself we were our ours us they theyre them their he hes
she shes her hers him his it its itself who whom whose which what whats where when why how hows
am is isnt are arent was wasnt be been being do dont does doesnt did didnt doing done has hasnt have havent had hadnt
having can cant could couldnt will wont would wouldnt shall should shouldnt may might must need needs needed
and or but if so because cause cuz coz cos bc bcuz bcos than then as of at by for with without about against between into through during to
from in out on off over under again once here there up down just very really actually literally only own same too also
much many more most less least lot lots few little bit kind sort thing things stuff something anything everything
nothing someone anyone everyone always never ever often sometimes usually still already yet now today tonight tomorrow
yesterday
wat wut wht shud wud cud shld wld u ur r n y 2 4 da dat dis tht bout abt
please pls plz help thanks thank hi hey hello ok okay yes yeah yep nope like gonna wanna gotta tryna lol omg ugh tbh idk
ngl fr af rn smh lmao bruh girl sis hun guys ppl people
know think thought feel feels feeling want wants wanted say says said tell told ask asked asking explain mean means meant
get gets got getting go goes going gone come comes make makes made making let lets put keep keeps kept see seen look
looks looking looked find found try tried trying seem seems happen happens happened start started starting
mum mom aunt auntie friend sister cousin mother tiktok youtube google internet online video videos
good bad better best worse worst right wrong normal ok fine great nice cool sure maybe way ways different supposed
actually basically exactly possible able worth idea tips advice recommend suggestion suggestions question
whether day days week weeks weekly month months monthly year years yearly hour hours minute minutes second seconds time times
daily morning mornings afternoon evening evenings night nights weekend monday tuesday wednesday thursday friday saturday
sunday january february march april june july august september october november december ago since finally properly
already later soon early late last first next new old three four five six seven eight nine ten half whole max number
give gives given giving take takes took use uses used using wear wears wearing wore buy buys buying bought stop stops
follow follows following finish work works worked turn turns turned keep stay stays wait waiting leave leaves leaving left life
detail details detailed explain full fully everything step deeper simple simply words
sad happy glad frustrated frustrating annoyed annoying angry worried worry worries scared afraid nervous anxious upset
excited tired love loved loves hate hated hates desperate confused embarrassed ashamed crying cry sorry wish hope hoping
cure cures cured fix fixes fixed fixing solve handle handling deal manage care caring look looked
twice once reach everyone everybody raves rave nearly almost bunch plus honest literally
until while though although unless else instead another other others such even via per etc vs versus
`;

export const STOP_WORDS: ReadonlySet<string> = new Set(LISTS.split(/\s+/).filter((word) => word !== ''));

const FEELINGS = `
ugly unattractive hideous pretty beautiful gorgeous stupid dumb foolish disgusting disgusted gross awful terrible horrible
insecure hopeless helpless worthless lonely hurt hurting heartbroken devastated humiliated humiliating jealous miserable
depressed overwhelmed stressed panicking freaking terrified cried cries sobbing hating mad furious proud
`;

/**
 * How people feel about what they ask. It colours a question and is not what it is about, unless it says nothing else;
 * words of illness and of the scalp's own feelings are left out, for there they are the question.
 */
export const FEELING_WORDS: ReadonlySet<string> = new Set(FEELINGS.split(/\s+/).filter((word) => word !== ''));

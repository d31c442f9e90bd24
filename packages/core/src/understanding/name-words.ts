import ordinary from './ordinary-words.json' with { type: 'json' };

/** A set of words from a readable list: words separated by white space. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/u));
}

/**
 * Given names in wide use that are seldom anything else, lower case. Not a gate: a name needs no entry here. An entry
 * lets a name be read where the wording alone is weak ("hi im sarah", "my friend tom"), and shields it from the rules
 * that take a word for an adjective by its ending (Ahmed, Molly, Ming).
 */
export const GIVEN_NAMES = wordSet(`
aaliyah aaron abby abdul abdullah abel abigail abraham ada adam adele aditi aditya adrian adriana ahmad ahmed aidan aiden aimee aisha
ajay akash akira alan alana alba albert alberto alejandra alejandro alessandra alessandro alex alexa alexander alexandra alexei
alexia alexis alfie alfred alfredo ali alice alicia alina alisha alison allie allison alma alvin alyssa amal amanda amara amelia
amina amir amira amit amy ana anaya andre andrea andreas andrei andres andrew andy angela angelica angelina angelo angus anika
anil anita anjali ann anna annabel anne annie anthony antoine anton antonia antonio anya aoife ariana ariel arjun arlo armando
arnold arthur arturo arun arya asha ashley ashok astrid audrey aurora ava avery aylin ayesha ayse ayumi barbara barry bart beatrice
beatriz becca becky bella ben benedict benjamin benji bernadette bernard bernice bert bertha bethany betsy betty beverly bianca
bilal billy bobby bojan boris brad bradley brandon brayden brenda brendan brian briana bridget brittany bruce bruno bryan bryce
caitlin caleb callum calvin camila camille cameron candace cara carl carla carlo carlos carly carmen caroline carrie casey cassie
catalina catherine cathy cecilia cedric celeste celia celine cesar chad chandra charles charlie charlotte chen chiara chloe chris
chrissy christina christine christopher chukwu ciara cindy claire clara clarissa claude claudia clement clive cody colette colin colleen
connie connor conor cora corinne cory cristina curtis cynthia daisuke damian damien dan dana daniel daniela daniele danielle
danny daphne daria darius darren daryl dave david davina deanna debbie deborah deepa deepak deirdre denise dennis derek desmond
dev devansh diana diane diego dilip dimitri dina dinesh divya diya dmitri dolores dominic dominique donald donna dora doris dorothy
doug douglas duncan dustin dylan ebony eddie edgar edith edmund eduardo edward edwin eileen elaine eleanor elena eli eliana elias
elijah elio elisa elisabeth elise eliza elizabeth ella ellen ellie elliot elsa elsie emanuel emil emilia emilio emily emir emma
emmanuel enrique enzo eric erica erik erika erin ernest esme esmeralda esperanza esteban estelle esther ethan eugene eunice eva
evan evelyn ezra fabian fabio farah farhan fatima fatma federico felicia felicity felipe felix ferdinand fernanda fernando fiona
floyd frances francesca francesco francis francisco frankie franz fred freddie frederick freya frida gabriel gabriela gareth gary
gavin geoff geoffrey george gerald gerard gerry giada gianna gideon gina giorgio giovanni giulia gladys gloria gordon greg gregory
greta gustavo guillermo gwen hakim hamza hana hannah hans hari harold harriet harry haruka haruki hasan hassan hayley hector heidi
helen helena helga henrik henry herbert hiro hiroshi howard hugh hugo hussein ian ibrahim ida igor ilya imani imran ines ingrid
irene irina isaac isabel isabella isabelle ishaan isla ismail ivan jackie jackson jacob jacqueline jaime jake jakub jamal james
jamie jan jane janelle janet janice jared jasmin jason javier jayden jean jeanette jeff jeffrey jen jenna jennifer jenny jeremiah
jeremy jerome jerry jesse jessica jessie jesus jill jim jimmy jin jing joan joanna joanne jocelyn jodie joe joel joelle joey johan
johanna john johnny jon jonah jonas jonathan jorge jose josef joseph josephine josh joshua josie juan juanita judith judy julia
julian juliana julie juliet julio julius justin kai kaitlyn kamal kara karan karen karim karin karina karl kasper kate katherine
kathleen kathryn kathy katie katrina katya kavita kavya kayla keiko keith kelly kelsey ken kendra kenji kennedy kenneth kenny kerry kevin
khadija khalid kieran kim kimberly kiran kirsten krishna kristen kristin kumar kurt kyle lakshmi lana lara larry lars latifa laura
lauren laurence layla lea leah lee leila lena leo leon leonard leonardo leroy leslie leticia lewis lia liam lila lilian lillian
lina linda lindsay lindsey lionel lisa liz lizzie lloyd logan lois lola lorenzo lorna lorraine lou louis louise luca lucas lucia
lucille lucy luis luisa lukas luke lulu luna lydia lyla lynn mackenzie maddie madeleine madison maeve magda maggie mahmoud maia malcolm
malik mandy manuel mara marc marcel marcela marcia marco marcus margaret margarita margot maria mariam mariana marie marina mario
marion marisa marisol marjorie marlene marlon marta martha martin martina marvin mary mateo mathilde matilda matt matteo matthew
maureen maurice maya mehmet mei mel melanie melissa melvin meera mia micah michael micheal michelle miguel mika mike mikhail mila
mildred milena milo mina ming minh mira miranda miriam mitchell mo mohamed mohammad mohammed mohan moira molly mona monica monika
monique morgan moses muhammad murray mustafa myra nadia nadine nancy naomi natalia natalie natasha nate nathalie nathan nathaniel
ned neha neil nell nelson nia niall nick nicola nicolas nicole nigel nikhil nikita nikki nina nisha noa noah noel noelle nora
norman nour nuria octavia oleg olga oliver olivia omar oscar otis otto owen pablo padma paloma pamela paola pascal patricia patrick
patty paul paula pauline pavel pedro penelope perry peter petra phil philip phillip phoebe pierre pilar pooja prakash pranav preeti
priya priyanka quentin quinn rachel rafael rahul raj rajesh ralph ramon rania raquel rashid ravi raymond rebecca regina reginald reggie
rekha renata rene renee rhys ricardo richard rick ricky riley rita rob robbie robert roberta roberto robyn rochelle roderick
rodrigo roger rohan roland roman ron ronald ronnie rory rosa rosalie rosalind rosanna rosario ross roxanne roy rudy rupert russell
ruth ryan sabrina sadie said salim sally salma salvador sam samantha samir sammy samuel sandra sanjay santiago sara sarah sasha saul
scott sean sebastian selena serena sergei sergio seth shane shannon sharon shaun shauna sheila shelley shirin shirley shreya simon
simone siobhan sinead sofia sonia sophia sophie spencer stacey stanley stefan stefano stella stephanie stephen steve steven
stewart stuart suki sunil suresh susan susanna susie suzanne sven svetlana sylvia tamara tanya tara tariq tasha tatiana ted teo
teresa terrence terry tess tessa thelma theo theodore theresa thiago thomas tia tiago tiffany tim timothy tina tobias toby todd
tom tomas tommy toni tony tracy travis trevor trisha tristan trudy tunde uma umar ursula valeria valerie vanessa vera veronica
vicky victoria vijay vikram vince vincent viola violeta vivian vladimir walter wanda wayne wendy wesley wilfred will william
willie winston xavier yan yara yasmin yasmine yolanda yosef youssef yuki yuri yusuf yvonne zachary zack zahra zainab zara zeynep zoe zoya
abdullahi abebe abena abhishek abioye achim adaeze adebayo adjoa adnan adwoa afia agnes agnieszka aigerim ailsa aino aisling ajit
akosua akua alasdair alastair aleksander aleksandra alessia alfonso aliya aliyah allegra almudena alva alvaro amadou amaya ambika
amparo anand ananya anas anastasia anders andile andreea andrzej aneesa aniket aniya anjana ankit ankita annalise anneke anneliese
annette annika anouk anselm ansh anshul anthea anupam anushka aoibhinn apoorva araceli arash aravind archana archie ariadne arif arjan
armaan arnav arne arno arpita arran arsalan artem artur arvind asad ashwin asif asmaa astou atsushi aurelia aurelie aurélie aviva avni
axel aya ayaan ayah ayanda ayman ayodele azadeh aziz azra bahar balázs bartek bashir bastian batuhan beata beatrix benoit benoît berit
bernardo bernd berta bethan bettina bhavesh bhavna birgit bjarne bjorn björn blanca bogdan bongani bram branko brianna britta bronwyn
bruna brunhilde burak béla caio camilo carina carlotta casimir catarina cathal cauê cecile cecilie cem cemal cerys chandni chanel
charlene chiamaka chidi chike chinedu chinonso chioma chloé christa christelle ciaran cillian claudio clemence clementine clément
corinna cormac cornelia cosima cosmin cristian cristiano csaba dagmar dalia damla danica danilo danuta dariusz darnell darya dashiell
davide dawid deandre debora declan deepika delphine demarcus demi deniz deshawn desiree destinee devika dewi dhruv dieter dilan dilara
dilys dimitris diogo djamila dmitry dontae dorota dorothea drita dunja duygu dwayne ebru eduarda edyta eero efe eila eilidh eino
ekaterina eleni elif elina eliott elisabetta elke elodie eloise elowen eluned elvira emeka emiliano emilie emine emre enrico erdem
erick ernesto ersin esi esmee esra etienne eugenia eugenio evelina evgeny ewa ewan eylül ezequiel fabiana fabrice fabrizio facundo fadi
faisal faris farouk farrukh fatema fatih fatou federica femke ferenc ffion filip filippo finley fionnuala flavia flavio florian floris
francisca francois françois frederic frederik friedrich fumiko funmi gabi gabriele gabriella gaelle gaetano galina ganesh gaurav gauri
gautam gemma genevieve georgios geraint gerda gerhard gesa ghislaine giacomo gianluca gianni gilles gioia giorgia giorgos giovanna
giulio giuseppe gizem gonzalo goran gosia grzegorz guadalupe gudrun guido guilherme guillaume gunnar gunther gustav gwyneth habiba hadi
haile hakan halima hamid hanna hannes harini haris harpreet harsha haruto hashim hatice hattie heike heiko helmut henrique hermann
hermione hettie hideo hilde hina hiroko hisham holger hortense hristo huda husam hyejin hyun idris ifeoma ignacio ignatius ikaika ikram
ilaria ilona ilse imelda imogen inga ingeborg inigo innes inés ioana ioannis ippei irma isabela ishita isidora istvan itziar ivana ivo
iwan izabela iñigo jacek jacinta jago jagoda jakob jalen jamar jamila janek janina jannik jarek jayant jayesh jelena jens jeroen jerzy
jihan jiho jiro joachim joana joao joaquin joaquín johannes jolanda jolene joost jorgen josefina jovana joão juana juergen juho juliane
julieta juliette jurek justine justyna jutta jyoti jürgen kabir kadir kaiya kajal kamala kamil kamila karel karolina karthik kartik
kasia kaspar katarina katarzyna kateryna kathrin katja kaveh kazuo keira keisha kelechi kemal kenta kenya kerem kerstin keshawn khalil
khanh kiana kimiko kinga kirsteen kirsty klara klaudia klaus kofi kojo konrad konstantin kornel kristina kristof krystyna krzysztof
kunal kwabena kwaku kwame kwasi kyoko lachlan lakisha lalita lamar lamia larissa lasse laszlo latisha latoya laurent lautaro leandro
leilani lejla lene leona leonie leonor leopold letizia levent lidia lieselotte ligia liliana lilla linnea lior livia ljiljana lorcan
lorena lorenz loretta lothar lottie lowri lubna luc lucie lucinda lucía ludmila ludovic luise lupita lyudmila lászló maartje mabel
macarena maciej madhav madhu madhuri mafalda magdalena magnus mahesh mairead maisie maite maja makena malak malgorzata malika mamadou
manish manisha manju manoj manon mansi manuela marcella marcelo marcin marek margaux margherita marguerite marianne maribel marieke
mariela marija marijke marika marilou mariska marissa marit markus marloes marquis marten marthe martim massimo mateus mateusz mathieu
matias matilde matthias matthieu mauricio maurizio maximilian mayank mayra małgorzata mbali megha mehdi melek melina melisa mercè merve
meryem mhairi micaela michal michał michele michiko mihai mikael mikkel mikko milan milica milos mirela miroslav mischa misha mitsuko
moana mohit morag moritz mostafa muireann mukesh murat musa mwangi myriam naaz nabil nadezhda nadira nadja nagma najma nakul nandini
naoko naresh narges nasim nasser nataša navya nayeli nazanin nazli neeraj nele nena nerys neslihan neve ngaire ngoc ngozi niamh nicolás
nicolò niels nihal nika niklas nikola nikolai nikos nils nimra nishant nitin nitya nives njeri nkechi noam noelia noemi noor noémie
nuno núria obinna odette odhran ofelia oihana oisin oisín okan oksana olaf olena olivier olumide olya omari omer onur oona orla orlando
oskar osman ottilie ottoline oumar oyuki oğuz paddy padraig panagiotis pankaj paolo parisa parvati patricio patrizia patryk paulina
pavlo pawel paweł pelin percival perdita perpetua petar petr petronella petros philippa philippe pietro pinar piotr prashant pratik
puja purnima páll qasim rachana radek rafał rafferty ragnar rahim rajiv ramona ranjit ranveer rasmus rebeka reiko reinhard remi renato
rené renée reza rhiannon ricarda riccardo richa rika rina ritika ritu rocio rocío roel rohit roisin romain ronja roosa rosalia rosie
rowena roxana roza ruben rubén rui rukhsana ruslan ruta ryota rémi róisín rüdiger saanvi sabine sachin sadia saeed safiya sahil saira
sakura salome samira sana sandeep sander sandhya sandro sanne saoirse saskia satoshi saverio savita sebastián sefa selim selin selina
selma severin shabnam shaima shakira shalini shanelle shanice shaniqua shankar shanti sharmila shashank shivani shruti shubham sian
siddharth sidra siegfried sigrid silke silvia simran sina sinéad siobhán siân sneha snezana sofía soledad solene solveig somchai sonal
soren srinivas stanislav stefania stefanie steffi stephane stine stéphane sudha suhail sujata suman sumit sunita sunniva surya susana
sushma svenja swati sylvain sylvie szymon søren tabitha tadeusz taiwo takeshi takumi talia tamar tamera tamika tamsin tanisha tanja
tanvi taras tarek tarun tatjana taylan tegan tehila tejas temitope tendai teodor teodora tere tereza teun tevita thabo thandi thandiwe
theodora theresia thibault thierry thijs thomasz thorsten tilda tilly timo timur tino tiziana tobi toivo tomasz tomoko tomás torsten
tove toya trang tuan tudor turgut tyree tyrell tyrone ugo ulrich ulrike umut urs uwe uzma vaclav vaibhav valentina valerio valeriya
vanja varun vasilis vasily vaughn veena verena veronika vesna victoire vidya vikas viktor viktoria vinay vincenzo vineet virgil
virginie vishal vittoria vittorio vivek vivienne vlad vladislav volkan vuk waleed wendell wilhelm wilhelmina wim winnie wioletta
wojciech wojtek wolfgang wouter xander ximena xiomara yannick yannis yaroslav yasemin yash yasir yelena yevgenia yevgeny yiannis yigit
yohannes yoko yoshiko yulia yuliya yuna yusra yuto yuval yves zaid zaina zaman zaynab zbigniew zdenka zehra zeinab zelda zeljko zena
zhanna zia zineb zita ziva zofia zoltan zsofia zubair zuleikha zuri zuzana álvaro élodie émilie étienne łukasz
`);

/**
 * Given names and common nicknames that are also everyday words. In lower case they are read as a name only where the
 * wording asks for one ("call me hope", or the whole reply is "hope"); with a capital also after "I'm" and "it's".
 */
export const WORD_NAMES = wordSet(`
ace amber angel april archer aria art ash aspen aster august autumn bailey baker banks basil bay bear beau bella bee berry bill birdie bishop
blaze blessing bliss blossom blue bo bonnie boss brandy breeze briar brook brooke brooklyn buck bud buddy bug bunny buster cam candy captain
carol carter cash champ chance charity charm chase chelsea cherry chip christian chuck cinnamon clay cliff clover coco cody
colt comfort constance cookie cooper coral cricket crystal cypress daisy dakota dale dallas dawn deacon dean delight destiny
devon diamond dick dolly dot dove drew duke dusty earl earnest easter echo eden ember eve faith favour fawn fern finch finn fisher
fleur flora florence ford forest forrest fox frank gay gene genesis georgia gift ginger glen glory goodness grace grant gray
grey guy happy hank harley harmony harper hart haven hawk hazel heath heather heaven henna holly honey honor honour hope hunter
india indigo iris israel jazz ivory ivy jack jade jasmine jasper jay jersey jewel jo jordan josh journey joy jude july june junior
justice karma ken kit king kitty knight lacey lake lance lane lark laurel lavender legend lemon lex liberty lightning lily linden link lotus
love loyal lucky luna lux lyric mac magnolia major maple mark marshall marvel mason matt max may melody mercedes mercy merit merry
mercury midnight mike miles milo miracle misty moon moose montana nash nick nova nurse oak ocean olive opal orchid otter page paige
panda paris parker pat patience patton peace peaches peanut pearl peg penny pepper peter petal phoenix pip piper poppy porter praise precious
prince princess promise prosper providence prudence queen rain rainbow ralph raven ray red reed reef reese remy rich river rob
robin rocket rocky rod roger roman rose rosemary rowan royal royale ruby rue rusty ryder sable saffron sage sailor saint sally sandy
savannah savior scarlet scout sequoia serenity shade shadow shay shelly sherry shiloh sienna sierra silver skip sky skye skyler smiley sol
solace solomon sonny sparky sparrow spike spring star sterling stone storm stormy sue sugar summer sunday sunny sunshine sweet sydney
tad tank tanner tate taylor teal teddy tex thor tiger timber tiny tito topaz tori treasure trinity trip tripp true truth
tulip twinkle ty tyler unique vale valentine valor van venus verity victor victory viola violet virginia vesper wade walker ward warren
whisper will willow winter wolf wonder woody wren wynn young zen zephyr ziggy zion
`);

/** Of the words above, those that describe a person or a day in lower case: "I'm happy", "it's sunny", "I'm lucky". */
export const DESCRIBING = wordSet(`
blue christian comfort dusty earnest gay gray grey happy honor honey love loyal lucky major merry misty peace precious proud red rich rusty
sandy stormy sunny sweet sugar tiny true unique wonder young silver sterling summer winter spring autumn easter midnight april may
june july august sunday tuesday legend stone gold saint gift star treasure peanut cookie pepper candy leaf queen king princess prince tank tiger wolf bear fox bug panda otter smiley boss major will mark grant chance hope trip rip red van pat art guy nurse captain
`);

/** Words that ask for respect before a name. The name is what follows; alone they name nobody. */
export const HONORIFICS = wordSet(`
mr mrs ms miss mx dr doc doctor prof professor sir lady lord dame madam madame ma'am mister missus rev reverend father fr sister
brother bro pastor rabbi imam sheikh sheik hajji haji coach captain capt major sergeant sgt colonel col lieutenant lt officer chef
aunt auntie aunty uncle tia tio tita tito titi granny grandma grandpa gran nana nanny papa mama mum mom ate kuya oma opa lola abuela
abuelo judge elder señor senor señora senora señorita don doña dona monsieur mademoiselle mme herr frau fräulein signor signora
big little lil old young dj mc king queen prince princess saint st teacher nurse
`);

/** Honorifics that are formal titles: lower case is raised, and a full stop stays with them. */
export const TITLES = wordSet('mr mrs ms miss mx dr prof sir rev fr st sgt capt col lt mme');

/** Particles that open or join a family name, as in De la Cruz and van der Berg. */
export const PARTICLES = wordSet('de del della la le van von der den di da dos das du el al bin ibn abu ter ten');

/** Closed-class English words: never a name, whatever the case. */
export const FUNCTION_WORDS = wordSet(`
a about above across actually after again against ain't all almost along already also although always am an and another any anybody
anymore anyone anything anyway are aren't around as at away back be because been before behind being below between both but by bye can
can't cause could couldn't did didn't do does doesn't doing don't done down during each either else enough even every everybody
everyone everything except few first for from further get getting gonna got gotta had hadn't has hasn't have haven't having he he's hello
her here here's hers herself hey hi him himself his how how's however i i'd i'll i'm i've if in indeed instead into is isn't it it's its
itself just kind kinda know last later least less let let's lets like literally lot lots made make many maybe me mean might mine more
most much must my myself name named names near need neither never nevermind new next no nobody none nope nor not nothing now nowhere of off
often oh ok okay on once one only onto or other others ought our ours ourselves out over own per perhaps please pls plz plus pretty
probably quite rather really right same say says seem seems shall she she's should shouldn't since so some somebody somehow someone
something sometimes somewhere soon sorry sort still such sure than thank thanks that that'd that'll that's thats the their theirs
them themselves then there there's these they they're they've thing things think this those though through thru thx till to
today together tomorrow tonight too totally toward towards ty umm um uh under until unless up upon us use used using usually very via want
wanna was wasn't way we we'd we'll we're we've well went were weren't what what's whatever when whenever where where's wherever
whether which whichever while who who's whoever whom whose why with within without won't would wouldn't yeah yep yes yesterday yet you
you'd you'll you're you've your yours yourself yup nah naw hmm haha hahaha lol lmao omg btw idk tbh fr ngl imo welp ugh huh wow yay whoa
im ive id ill dont doesnt didnt isnt wasnt cant wont youre theyre whats its thats lemme gimme dunno
good bad great nice fine cool best better worst worse morning afternoon evening night user account username password anonymous anon admin system assistant
null undefined none unknown guest nobody human person bot robot ai jumbo sienna alexa siri null script select drop table prompt instructions
brb wtf smh ttyl afk gg np tf nm bff asap faq diy tv pc nvm ik ikr tmi fyi either
u ur hbu wbu hby nunya superuser sudo root true false wdym wym hmu ily tysm istg ofc iykyk lmk obv nickname initials surname pronounced spelled spelt written short shorter capital letter letters double
`);

/** "Call me …" that is no name: figures of speech, taxis, opinions of oneself. */
export const CALL_ME_TRICKS = wordSet(`
a an the maybe crazy old-fashioned oldfashioned old mad insane naive cynical skeptical sceptical stupid dumb silly weird strange paranoid picky biased
petty dramatic sentimental boring basic lazy selfish impressed surprised curious convinced unconvinced hopeful optimistic
pessimistic superstitious romantic spoiled spoilt ungrateful jealous cheap greedy cruel evil heartless pathetic ridiculous
ignorant wrong out in on up over back later tomorrow today tonight when if whenever whatever anything any something names now
anytime soon again once after before sometime as by at about asap monday tuesday wednesday thursday friday saturday sunday what whichever whichever
anyone everything neither either irresponsible delusional salty guilty shallow vain corny soft cheesy blessed fat ugly asshole bitch fuck fucked shit cunt bastard slut whore
`);

/** Where a person is from, what they believe, their sign: after "I'm" these are descriptions, with or without a capital. */
export const DESCRIPTIONS_OF_ORIGIN = wordSet(`
african afghan albanian algerian american angolan arab arabic argentine argentinian armenian asian australian aussie austrian azeri
bangladeshi basque belarusian belgian bengali black bolivian bosnian brazilian brit british bulgarian burmese californian
cambodian cameroonian canadian cantonese caribbean catalan caucasian chilean chinese colombian congolese croatian cuban czech danish
desi dominican dutch ecuadorian egyptian emirati english eritrean estonian ethiopian european fijian filipina filipino finnish french
georgian german ghanaian greek guatemalan gujarati guyanese haitian hispanic honduran hungarian icelandic indian indonesian
iranian iraqi irish israeli italian ivorian jamaican japanese jordanian kashmiri kazakh kenyan korean kurdish kuwaiti latina latino
latinx latvian lebanese liberian libyan lithuanian londoner macedonian malay malayali malaysian maltese maori mexican mongolian moroccan
native nepalese nepali nicaraguan nigerian norwegian omani pakistani palestinian panamanian paraguayan persian peruvian polish
portuguese punjabi qatari romanian russian rwandan samoan saudi scot scottish senegalese serbian sicilian sikh singaporean slovak
slovenian somali spanish sudanese swahili swede swedish swiss syrian taiwanese tamil tanzanian telugu texan thai tibetan tunisian
turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh white yemeni yoruba zambian zimbabwean
agnostic anglican atheist baptist bahai buddhist catholic hindu jain jew jewish lutheran mormon muslim pagan protestant quaker sunni shia
aries taurus gemini cancer leo virgo libra scorpio sagittarius capricorn aquarius pisces
bi bisexual gay lesbian queer trans nonbinary non-binary asexual pansexual straight cis autistic adhd neurodivergent dyslexic
infj infp intj intp enfj enfp entj entp isfj isfp istj istp esfj esfp estj estp democrat republican liberal conservative vegan vegetarian
gryffindor slytherin ravenclaw hufflepuff millennial boomer
christmas halloween thanksgiving diwali eid ramadan hanukkah monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
`);

/** Work and walks of life: after "I'm" without an article they are still descriptions. */
export const OCCUPATIONS = wordSet(`
accountant actor actress admin analyst architect artist attorney barista bartender biologist bookkeeper builder carer cashier chef chemist
cleaner clerk coder consultant contractor cook cop counselor counsellor dad dancer dentist designer developer dietitian director doctor
driver economist editor electrician engineer farmer firefighter florist founder freelancer freshman gamer gardener grad
graduate guitarist hairdresser hairstylist homemaker housewife instructor intern janitor journalist junior lawyer lecturer librarian
manager mechanic midwife mom mum mother musician nanny nurse optician painter paralegal paramedic parent pharmacist
photographer physicist physiotherapist pilot plumber poet policeman postdoc principal producer professor programmer psychologist realtor
receptionist recruiter researcher retiree salesman scientist secretary senior singer soldier solicitor sophomore stylist student surgeon
teacher technician therapist trader trainer translator truck tutor unemployed veteran vet waiter waitress welder widow widower writer
`);

/** Ordinary words that the comment corpus lacks: feelings and states people put after "I'm". */
const FURTHER_ORDINARY = wordSet(`
hangry famished peckish knackered shattered jetlagged jet-lagged parched ravenous drained frazzled sleepy groggy hungover tipsy
queasy nauseous bloated feverish sniffly congested sunburnt freezing sweaty clueless speechless chuffed gutted stoked psyched pumped
bummed miffed peeved irked swamped slammed zonked wiped burnt burned sulky moody grumpy cranky antsy fidgety jittery restless homesick
lovesick heartsick carsick seasick smitten besotted awestruck flustered frantic frenzied giddy gleeful elated ecstatic jubilant
serene tranquil zen mellow chill chillin vibing okayish meh blah eh pregnant expecting engaged married single divorced widowed
retired unemployed self-employed homeschooled bilingual lefthanded left-handed righthanded introverted extroverted ambivert shy outgoing
whichever whoever incognito classified confidential private secret mystery pizza sushi taco tacos chocolate coffee tea banana potato
taxi uber cab ambulance plumber doctor mañana skip pass next later nvm nevermind bored boredom hehe hihi heya hiya howdy greetings
salutations namaste hola bonjour salut ciao hallo guten salaam salam shalom merhaba konnichiwa annyeong nihao privet aloha sup yo wassup gm gn
yess yesss yeahh yea yeh ye nay nop noo nooo noooo k kk okey okie oki alrighty alright righto sureee fineee mhm mmhm uhuh uhhuh pfft meow woof boo ehh uhh umm err erm ayy oohh woot rawr rotfl rip ma'am ex yeehaw proud superb irate stellar
`);

const ORDINARY = new Set(ordinary.words.split(' '));

const LONGEST_WORD = 28;

/** Endings that make an adjective or an adverb of almost any English word. */
const DESCRIPTIVE_ENDING = /.{3,}(?:ing|ish|ful|less|able|ible|ous|ness|ment|tion|sion|ated|ized|ised|ically|ingly)$/;

/** Whether a word is part of everyday English and no given name, so that a reader would not take it for one. */
export function isOrdinary(lower: string): boolean {
  return isListed(lower) || (!GIVEN_NAMES.has(lower) && lower.length <= LONGEST_WORD && DESCRIPTIVE_ENDING.test(lower));
}

/** The same by the lists alone, for words with a capital: Aisling ends like a participle and is none. */
export function isListed(lower: string): boolean {
  if (GIVEN_NAMES.has(lower) || lower.length > LONGEST_WORD) return false;
  return (
    FUNCTION_WORDS.has(lower) ||
    FURTHER_ORDINARY.has(lower) ||
    OCCUPATIONS.has(lower) ||
    DESCRIPTIONS_OF_ORIGIN.has(lower) ||
    ORDINARY.has(lower) ||
    (lower.endsWith('s') && lower.length > 4 && ORDINARY.has(lower.slice(0, -1)))
  );
}

/** Unasked, an everyday noun is no name even after "I go by" ("bus") or "my name is" ("mud"). */
export function isNameWord(name: string): boolean {
  const lower = name.toLowerCase();
  return GIVEN_NAMES.has(lower) || WORD_NAMES.has(lower) || !isOrdinary(lower);
}

/** For weak wording unasked: a capital and no everyday word, or a known given name. */
export function isLikelyName(name: string, known: boolean): boolean {
  return name.split(' ').every((part) => {
    const lower = part.toLowerCase();
    return (
      GIVEN_NAMES.has(lower) ||
      WORD_NAMES.has(lower) ||
      (!known && !isOrdinary(lower)) ||
      (/^\p{Lu}/u.test(part) && !isOrdinary(lower))
    );
  });
}

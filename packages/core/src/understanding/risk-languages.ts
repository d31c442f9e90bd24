import type { Risk } from './summary.ts';

/**
 * The plainest ways of saying it in other languages. Written without accents and in lower case, as the reader folds its
 * text. A further language is a row; the phrases must be ones that have no everyday second meaning.
 */
export interface ForeignRisk {
  readonly language: string;
  readonly level: 'crisis' | 'concern';
  readonly kind: NonNullable<Risk['kind']>;
  readonly pattern: RegExp;
}

const row = (
  language: string,
  level: 'crisis' | 'concern',
  kind: ForeignRisk['kind'],
  source: string,
): ForeignRisk => ({
  language,
  level,
  kind,
  pattern: new RegExp(source, 'u'),
});

export const FOREIGN_RISKS: readonly ForeignRisk[] = [
  row(
    'es',
    'crisis',
    'suicide',
    '\\b(?:me (?:quiero|quisiera|voy a|pienso) (?:morir|matar|suicidar)|(?<!no )quiero (?:morir(?:me)?\\b(?! de (?:risa|hambre|sueno|ganas|calor|amor))|matarme|suicidarme|acabar con (?:mi vida|todo)|quitarme la vida|desaparecer para siempre|dejar de (?:vivir|existir))|(?:ya )?no (?:quiero|aguanto|deseo) (?:seguir )?(?:vivir|viviendo|vivo|viva|estar viv[oa]|existir|despertar(?:me)?|seguir aqui)|no quiero (?:vivir|existir|despertar)|quitarme la vida|acabar con mi vida|(?:voy a|pienso en|pensando en|ganas de|intente) (?:matarme|suicidarme|morir(?:me)?|quitarme la vida)|estarian mejor sin mi|mejor (?:estar )?muert[oa]|ojala (?:no despertara|me muriera|estuviera muert[oa])|no vale la pena vivir|sin ganas de vivir|no tengo (?:ganas de|razon(?:es)? para) vivir|(?:quisiera|quiero|ojala) no (?:volver a )?despertar(?:me)?(?: nunca)?|me tome (?:todas|un frasco|muchas) |(?:irme|me vaya|me voy) para siempre|nadie (?:me va a extranar|notaria si (?:muero|no estoy))|no me quiero (?:despertar|levantar) (?:nunca mas|manana|jamas)|cansad[oa] de vivir|voy a acabar con todo|sin mi (?:todos )?(?:estarian|vivirian|serian)(?: \\S+)? (?:mejor|felices)|(?:todos )?(?:estarian|vivirian) (?:mejor|mas tranquilos) sin mi|mejor estaria muert[oa]|no le (?:encuentro|veo) sentido a (?:la vida|vivir)|carta de despedida|(?:tengo|aqui) (?:las pastillas|la pistola|la soga|el cuchillo) en (?:la mano|mis manos)|me voy a (?:tirar|lanzar|ahorcar|colgar|matar)|compre una (?:soga|pistola)|voy a hacerlo esta noche|soy una carga para|(?:mejor|ya) me mato)',
  ),
  row(
    'es',
    'crisis',
    'self-harm',
    '\\b(?:me (?:corto|corte|estoy cortando) (?:los brazos|las munecas|otra vez|las piernas|la piel)|me hago dano|me autolesion\\w+|quiero (?:cortarme|hacerme dano))',
  ),
  row(
    'es',
    'crisis',
    'abuse',
    '\\b(?:(?:mi (?:marido|esposo|novio|pareja|padre|papa|padrastro|madre|ex)|el|ella) me (?:pega|golpea|viola|encierra|amenaza con matar\\w*|toca por las noches)|me (?:esta pegando|pego otra vez|tiene encerrad[oa]|va a matar|encerro en)|(?:mi|el|la) (?:\\S+ )?(?:marido|esposo|novio|novia|pareja|padre|papa|padrastro|madre|tio|abuelo|primo|ex|profesor|entrenador|jefe) me (?:golpe\\w+|peg\\w+|viol\\w+|toc[ao]\\w*|amenaz\\w+|ahorc\\w+|obliga a))',
  ),
  row(
    'es',
    'crisis',
    'overdose',
    '\\b(?:me (?:tome|trague)(?: \\S+){0,2} (?:todas|muchas|un frasco|un bote|una caja|veinte|treinta|cuarenta|cincuenta|\\d{2,})|(?:tome|bebi|trague)(?: \\S+){0,3} (?:lejia|cloro|veneno|raticida))',
  ),
  row(
    'es',
    'crisis',
    'third-party',
    '\\b(?:mi|un|una) (?:\\S+ )?(?:amig[oa]|herman[oa]|madre|mama|padre|papa|hij[oa]|novi[oa]|prim[oa]) (?:se quiere|quiere) (?:matar|suicidar|morir|matarse|suicidarse|morirse)|se tomo (?:todas|muchas)',
  ),
  row('es', 'crisis', 'violence', '\\b(?:tengo (?:un cuchillo|una pistola|el arma) y|las voces me (?:dicen|ordenan))'),
  row(
    'es',
    'concern',
    'low-mood',
    '\\b(?:no puedo mas|ya no aguanto|estoy deprimid[oa]|me siento (?:muy )?(?:vaci[oa]|inutil|sol[oa] siempre|una carga)|no paro de llorar|lloro todos los dias|ataques? de (?:panico|ansiedad)|no le importo a nadie|sin esperanza|murio mi|se murio mi|fallecio mi)',
  ),
  row(
    'pt',
    'crisis',
    'suicide',
    '\\b(?:quero (?:morrer|me matar|sumir para sempre|acabar com (?:tudo|a minha vida)|tirar (?:a )?minha (?:propria )?vida)|vou me matar|me matar hoje|(?:nao|n) (?:quero|aguento) mais (?:viver|existir)|nao quero (?:mais )?(?:viver|acordar|existir|estar viv[oa])|tirar (?:a )?minha (?:propria )?vida|penso em (?:me matar|morrer|suicidio)|vontade de (?:morrer|me matar)|melhor sem mim|queria estar mort[oa]|sem vontade de viver|tomei todos os (?:remedios|comprimidos))',
  ),
  row(
    'pt',
    'crisis',
    'self-harm',
    '\\b(?:(?:eu )?me (?:corto|cortei|cortando)(?: de novo| os bracos| os pulsos| ontem)?(?= |$)|quero me (?:cortar|machucar))',
  ),
  row(
    'pt',
    'crisis',
    'abuse',
    '\\b(?:meu (?:marido|namorado|pai|padrasto|ex) me (?:bate|bateu|espanca|estupra|estuprou|tranca|ameaca)|ele (?:me bate|vai me matar|me bateu de novo))',
  ),
  row(
    'pt',
    'concern',
    'low-mood',
    '\\b(?:nao aguento mais|estou (?:deprimid[oa]|em depressao)|me sinto (?:vazi[oa]|um peso|inutil|sozinh[oa] demais)|choro todo dia|crise de (?:panico|ansiedade)|perdi (?:minha mae|meu pai|meu bebe))',
  ),
  row(
    'fr',
    'crisis',
    'suicide',
    '\\b(?:je (?:veux|voudrais|vais|prefere|pense a) (?:mourir|me (?:tuer|suicider|pendre)|en finir|disparaitre pour toujours|ne plus (?:vivre|exister|me reveiller))|jveux (?:mourir|crever|en finir)|envie de(?:n finir| mourir| me (?:tuer|suicider)| en finir)|je (?:ne )?(?:veux|peux) plus vivre|(?:veux|peux) plus etre (?:la|en vie|vivant\\w*)|(?:simple|mieux|heureux|tranquille)s? sans moi|plus envie de vivre|mettre fin a mes jours|(?:mieux|tranquilles) sans moi|ne pas me reveiller|jen ai (?:marre|assez) de vivre|plus de raison de vivre|idees? (?:noires et|suicidaires?)|je me suicide|jai (?:pris|avale) (?:tous|toute|toutes) (?:mes|les|la) )',
  ),
  row(
    'fr',
    'crisis',
    'self-harm',
    '\\b(?:je me (?:scarifie|coupe (?:les veines|les bras|encore)|mutile|fais du mal)|me suis (?:coupee?|scarifiee?|mutilee?))',
  ),
  row(
    'fr',
    'crisis',
    'abuse',
    '\\b(?:(?:il|elle|mon (?:mari|copain|pere|beau pere|beau-pere|conjoint|ex)|ma mere) (?:me|ma) (?:frappe|bat|battue?|viole|violee?|sequestre|etrangle|enferme|cogne)|va me (?:tuer|frapper) si)',
  ),
  row(
    'fr',
    'concern',
    'low-mood',
    '\\b(?:je nen peux plus|je suis (?:deprimee?|en depression|a bout)|je me sens (?:vide|nulle?|inutile|un fardeau)|crise(?:s)? d ?(?:angoisse|panique)|je pleure tous les|plus aucun espoir|jai perdu (?:mon pere|ma mere|mon bebe))',
  ),
  row(
    'de',
    'crisis',
    'suicide',
    '\\b(?:ich (?:will|mochte|wurde gerne?|werde) (?:nicht mehr (?:leben|da sein|aufwachen|existieren)|sterben|mich (?:umbringen|toten|erhangen)|mir das leben nehmen|tot sein)|will (?:einfach )?(?:sterben|tot sein|nicht mehr leben)|mich umbringen|bring(?:e)? mich um|mir (?:das leben nehmen|was antun|etwas antun)|ware (?:ich )?(?:lieber )?tot|ohne mich besser dran|selbstmord(?:gedanken)?|suizid(?:gedanken|al)?|keinen sinn mehr (?:im|zu) leben|nicht mehr leben|dem leben ein ende|alle tabletten (?:genommen|geschluckt))',
  ),
  row(
    'de',
    'crisis',
    'self-harm',
    '\\b(?:ich (?:ritze|schneide) mich|mich (?:geritzt|geschnitten|selbst verletzt)|selbstverletz\\w+)(?! (?:beim|in den finger))',
  ),
  row(
    'de',
    'crisis',
    'abuse',
    '\\b(?:(?:er|sie|mein (?:mann|freund|vater|stiefvater|ex)|meine mutter) (?:schlagt|verprugelt|wurgt|vergewaltigt|sperrt) mich|schlagt mich|hat mich (?:wieder )?(?:geschlagen|gewurgt|vergewaltigt|eingesperrt))',
  ),
  row(
    'de',
    'concern',
    'low-mood',
    '\\b(?:ich kann nicht mehr|bin (?:depressiv|am ende|vollig verzweifelt)|fuhle mich (?:leer|wertlos|wie eine last)|weine (?:jeden|nur noch)|panikattacken?|mein (?:vater|opa|bruder) ist gestorben|meine (?:mutter|oma|schwester) ist gestorben)',
  ),
  row(
    'it',
    'crisis',
    'suicide',
    '\\b(?:(?:voglio|vorrei|sto per|penso di) (?:morire|uccidermi|ammazzarmi|suicidarmi|farla finita|togliermi la vita|sparire per sempre)|non (?:voglio|ce la faccio) piu (?:a )?(?:vivere|esistere)|non voglio (?:piu )?(?:vivere|svegliarmi)|farla finita|togliermi la vita|mi (?:uccido|ammazzo)|meglio senza di me|ho preso tutte le (?:pillole|pastiglie))',
  ),
  row(
    'it',
    'crisis',
    'abuse',
    '\\b(?:(?:mio (?:marito|padre|patrigno|ragazzo)|lui) mi (?:picchia|violenta|chiude dentro|minaccia di)|mi (?:taglio|sono tagliat[oa]) (?:le braccia|i polsi|di nuovo))',
  ),
  row(
    'it',
    'concern',
    'low-mood',
    '\\b(?:non ce la faccio piu|sono depress[oa]|mi sento (?:vuot[oa]|un peso|inutile)|attacc(?:o|hi) di panico|piango (?:ogni|tutti))',
  ),
  row(
    'nl',
    'crisis',
    'suicide',
    '\\b(?:ik wil (?:dood|niet meer (?:leven|wakker worden|verder leven)|mezelf (?:van kant maken|doden)|er niet meer zijn|een einde aan)|zelfmoord(?:gedachten)?|mezelf van het leven beroven|beter (?:af )?zonder mij|hij slaat me|mijn (?:man|vader|vriend) slaat me|ik snij(?:d)? mezelf)',
  ),
  row(
    'pl',
    'crisis',
    'suicide',
    '\\b(?:chce (?:umrzec|sie zabic|ze soba skonczyc)|nie chce (?:juz )?(?:zyc|mi sie zyc)|nie chce mi sie zyc|mysli samobojcze|zabic sie|zabije sie|odebrac sobie zycie|lepiej beze mnie|tne sie)',
  ),
  row(
    'sv',
    'crisis',
    'suicide',
    '\\b(?:jag vill (?:do|inte leva|ta livet av mig|inte vakna)|vill inte leva langre|ta mitt liv|sjalvmord(?:stankar)?|jeg vil (?:do|ikke leve|ta livet mitt|tage mit eget liv)|vil ikke leve lenger|vil ikke leve mere|selvmord(?:stanker)?)',
  ),
  row(
    'tr',
    'crisis',
    'suicide',
    '(?:olmek istiyorum|yasamak istemiyorum|kendimi oldurmek|kendimi oldurecegim|intihar (?:etmek|edecegim|ettim|dusun)|artik yasamak|canima kiymak|ölmek istiyorum|yaşamak istemiyorum|hayatima son|beni dovuyor|kocam beni dov)',
  ),
  row(
    'hi-Latn',
    'crisis',
    'suicide',
    '\\b(?:(?:mujhe|muje|mai|main|mein|me|mera|meri|ab|bas|aur|abhi)(?: \\S+){0,4} (?:jeena|jina|zinda rehna|zindagi) (?:nahi|nahin|nhi|ni)|(?:jeena|jina(?! (?:langu|lako|lake|letu|lao)\\b)|jeene|zinda rehna)(?: \\S+){0,2} (?:nahi|nahin|nhi|ni)(?: \\S+)? ?(?:chahta|chahti|hai|h|he|man|mann)?|jee?ne ka (?:mann|man|dil|koi matlab|mood)|jee?na (?:nahi|nahin|nhi)|(?:mar|marna|marr) (?:jaana|jana|jaun|jau|chahta|chahti|jaunga|jaungi|jao)(?!\\S* (?:kya|kitn[aie]|itn[aie]) \\S+ (?:hai|hain|ho|lag))|(?:mujhe|muje|main|mai) (?:mar|marna)(?: \\S+)? (?:hai|chahta|chahti|jau\\w*)|marna (?:chahta|chahti|hai|h)|(?:khud ?kh?ushi|khudkushi|khudkhushi|suicide) (?:kar\\w*|krn\\w*|krl\\w*|ka|ke)|(?:khud|apne aap|apni) ?(?:ko )?(?:khatam|maar|mar|jaan)(?: \\S+)? (?:kar\\w*|krn\\w*|du\\w*|de\\w*|lun\\w*|lu|dena|doon\\w*)|apni jaan (?:le|de)\\w*|jaan de d\\w+|zindagi (?:khatam|se (?:thak|tang|pareshan))|mere bina (?:sab|sabhi|wo|vo)?(?: \\S+)? ?(?:khush|behtar|theek|better)|sab khatam (?:karna|kar du|krna)|(?:saari|sari) (?:goliyan|goli|dawai|davai|tablets?) kha|goliyan kha l\\w+|marne ka (?:mann|man|dil|soch)\\w*|jeene ki (?:koi )?(?:wajah|ichha|iccha)|(?:aur|ab) nahi jee (?:sakta|sakti)|phansi laga|zeher (?:kha|pi) l\\w+|apni jaan|sab khatam kar(?:na| dena| du)|(?:mar|mar hi) jau\\w*(?: \\S+)? (?:to accha|toh accha|behtar)|marne ki baat kar)(?! .*(?:jaja|haha|lol|cute|hasi))',
  ),
  row(
    'hi-Latn',
    'crisis',
    'self-harm',
    '\\b(?:(?:apna|apni|apne)(?: \\S+)? (?:haath|hath|nas|kalai|hand) kaat\\w*|khud ko (?:kaat|cut|chot|nuksan|hurt)\\w*|nas kaat\\w*)',
  ),
  row(
    'hi-Latn',
    'crisis',
    'abuse',
    '\\b(?:(?:mera|mere|meri|wo|woh|vo)(?: \\S+){0,3} (?:mujhe|muje|mujhko) (?:roz |bahut |bohot |phir se |phir |fir )?(?:maarta|marta|maarte|marte|peetta|pitta|peet\\w+|maarti|marti|maara)|mujhe (?:maarta|peetta|peetate|maarte|kamre (?:me|mein) band)|(?:pati|papa|baap|husband|maa|mummy|chacha|uncle|bhai|sasural wale)(?: mujhe)?(?: \\S+){0,2} (?:maarta|marta|peetta|maarte|marte|pit\\w+|jalane ki|galat jagah|chhoot\\w+|chhuta|chhute))',
  ),
  row(
    'hi-Latn',
    'concern',
    'low-mood',
    '\\b(?:bahut|bohot|bht|bohut|kaafi|itna)(?: \\S+){0,2} (?:akela|akeli|udas|depress\\w*|toot|thak gaya|thak gayi|rona|roya|royi|dukhi)\\b|\\b(?:kuch (?:achha|acha|accha) nahi lag|sab bekar|roz (?:rota|roti)|panic attack\\w*|neend nahi aa|himmat nahi (?:hai|bachi)|haar (?:gaya|gayi) hu)',
  ),
  row(
    'hi',
    'crisis',
    'suicide',
    '(?:मरना चाहता|मरना चाहती|मर जाना|जीना नहीं चाहता|जीना नहीं चाहती|जीना नहीं|जीने का मन नहीं|आत्महत्या|खुदकुशी|ख़ुदकुशी|अपनी जान (?:ले|दे)|खुद को (?:खत्म|मार)|ज़?िंदगी खत्म|मेरे बिना सब|मुझे मारता|मुझे पीटता)',
  ),
  row('bn', 'crisis', 'suicide', '(?:মরতে চাই|বাঁচতে চাই না|আত্মহত্যা|bachte chai na|morte chai|বেঁচে থাকতে চাই না)'),
  row('ur', 'crisis', 'suicide', '(?:مرنا چاہتا|مرنا چاہتی|جینا نہیں|خودکشی|اپنی جان لے)'),
  row(
    'ar',
    'crisis',
    'suicide',
    '(?:اريد ان اموت|أريد أن أموت|اريد الموت|أريد الموت|ابي اموت|عايز اموت|عاوز اموت|عايزه اموت|بدي موت|لا اريد ان اعيش|لا أريد أن أعيش|لا اريد العيش|لا أريد العيش|مش عايز اعيش|الانتحار|انتحر|أنتحر|سأقتل نفسي|اقتل نفسي|أقتل نفسي|انهاء حياتي|إنهاء حياتي|زوجي يضربني|يضربني|ابي يضربني)',
  ),
  row(
    'fa',
    'crisis',
    'suicide',
    '(?:می ?خواهم بمیرم|میخوام بمیرم|می ?خوام بمیرم|نمی ?خوام زنده|نمی ?خواهم زنده|خودکشی|خودم را بکشم|خودمو بکشم)',
  ),
  row(
    'he',
    'crisis',
    'suicide',
    '(?:רוצה למות|לא רוצה לחיות|להתאבד|להרוג את עצמי|לסיים את החיים|אובדני|בעלי מכה אותי|הוא מכה אותי)',
  ),
  row(
    'ru',
    'crisis',
    'suicide',
    '(?:хочу умереть|хочется умереть|не хочу (?:больше )?жить|не хочется жить|убью себя|убить себя|покончить с собои|покончу с собои|самоубииств|суицид|лучше без меня|незачем жить|не хочу просыпаться|режу себя|порезала? себя|(?:муж|отец|отчим|парень|он) (?:меня )?(?:бьет|избивает|насилует))',
  ),
  row(
    'uk',
    'crisis',
    'suicide',
    '(?:хочу померти|не хочу (?:більше )?жити|не хочу (?:бильше )?жити|вбити себе|вбю себе|покинчити з собою|самогубств)',
  ),
  row(
    'el',
    'crisis',
    'suicide',
    '(?:θελω να πεθανω|δεν θελω να ζω|να αυτοκτονησω|αυτοκτονι|να σκοτωθω|καλυτερα χωρις εμενα)',
  ),
  row(
    'zh',
    'crisis',
    'suicide',
    '(?:想死(?!你|我)|不想活|活不下去|自杀|自殺|轻生|輕生|结束(?:我的)?生命|了结自己|不想醒来|没有我会更好|割腕|自残|自殘|(?:他|老公|爸爸|丈夫|男朋友)(?:又)?(?:打我|家暴)|安眠药.{0,6}(?:全|都)吃)',
  ),
  row(
    'ja',
    'crisis',
    'suicide',
    '(?:死にたい|しにたい|消えたい|自殺(?:したい|する|しよう|考え)|生きていたくない|生きたくない|生きる意味が?ない|もう生きて|目が覚めなければ|リスカ|リストカット|切ってしま(?:った|う)|薬を?全部飲|(?:夫|父|彼氏|彼|旦那)に(?:殴|暴力|叩))',
  ),
  row(
    'ko',
    'crisis',
    'suicide',
    '(?:죽고 ?싶|죽어버리고|자살(?!골|률|예방)|살기 ?싫|살고 ?싶지 ?않|더 ?이상 ?살|사라지고 ?싶|목숨을 ?끊|자해|손목을? ?그|(?:남편|아빠|아버지|남자친구)가? ?(?:저를|나를|날)? ?(?:때려|때린|때립))',
  ),
  row(
    'vi',
    'crisis',
    'suicide',
    '(?:muốn chết|muon chet|không muốn sống|khong muon song|tự tử|tu tu |tự sát|kết thúc cuộc đời|tự làm đau|chồng (?:tôi|em) đánh)',
  ),
  row(
    'id',
    'crisis',
    'suicide',
    '\\b(?:ingin (?:mati|bunuh diri)|(?:mau|pengen|pingin|pgn) (?:mati|bunuh diri)|bunuh diri|tidak (?:mau|ingin) hidup|(?:gak|ga|nggak|ngga|enggak) (?:mau|pengen|kuat) hidup|mengakhiri hidup|menyayat tangan|suami(?:ku)? (?:memukul|mukul))',
  ),
  row(
    'tl',
    'crisis',
    'suicide',
    '\\b(?:gusto ko (?:nang?|na lang) (?:mamatay|mawala)|gusto kong? mamatay|ayoko (?:nang?|na) mabuhay|ayaw ko nang? mabuhay|magpapakamatay|magpakamatay|wakasan ang buhay|sinasaktan (?:niya )?ako)',
  ),
  row('sw', 'crisis', 'suicide', '\\b(?:nataka kufa|sitaki kuishi|kujiua|najiua|ananipiga)'),
  row('th', 'crisis', 'suicide', '(?:อยากตาย|ไม่อยากอยู่แล้ว|ไม่อยากมีชีวิต|ฆ่าตัวตาย|ทำร้ายตัวเอง)'),
  row('ta', 'crisis', 'suicide', '(?:சாக வேண்டும்|வாழ விரும்பவில்லை|தற்கொலை|చనిపోవాలని|ఆత్మహత్య|ಆತ್ಮಹತ್ಯೆ|ആത്മഹത്യ)'),
  row(
    'ro',
    'crisis',
    'suicide',
    '\\b(?:vreau sa mor|nu mai vreau sa traiesc|sa ma sinucid|sinucidere|ma omor|meg akarok halni|ongyilkos|nem akarok elni|haluan kuolla|en halua elaa|itsemurha|chci umrit|nechci zit|zabit se|zelim umrijeti|ne zelim zivjeti)',
  ),
];

/**
 * How people give their name in other languages. A further language is a line here.
 *
 * `SPACED` leads stand before the name; they are matched on lower-case words joined by single spaces. `sure` leads
 * can only mean a name; the others also describe ("je suis fatigué"), so that the name must carry a capital.
 * `UNSPACED` patterns are for scripts without spaces or with suffixes: their first group is the name.
 */
export interface SpacedLead {
  readonly language: string;
  readonly sure: RegExp;
  readonly weak?: RegExp;
}

const lead = (alternatives: string): RegExp => new RegExp(`(?:^|\\s)(?:${alternatives})(?=\\s|$)`, 'gu');

export const SPACED: readonly SpacedLead[] = [
  {
    language: 'es',
    sure: lead(
      'me llamo|mi nombre es|mi nombre|ll[aá]mame|(?:pued[aeo]s?n?|podés|podes) (?:llamarme|decirme)|me dicen|me llaman|me puedes (?:decir|llamar)|me conocen como|prefiero que me (?:digas|llames)|todos me dicen|pero me dicen',
    ),
    weak: lead('soy|yo soy|con|dime|d[ií]game|prefiero'),
  },
  {
    language: 'fr',
    sure: lead(
      "je m'appelle|je m’appelle|je mappelle|m'appelle|appelle-moi|appelez-moi|appelle moi|appelez moi|mon (?:pré|pre)?nom est|mon (?:pré|pre)?nom c'est|moi c'est|on m'appelle|tu peux m'appeler|vous pouvez m'appeler|tout le monde m'appelle|m'appellent",
    ),
    weak: lead("je suis|c'est|dis"),
  },
  {
    language: 'de',
    sure: lead(
      'mein (?:vor)?name ist|ich hei(?:ß|ss)e|ich heise|nenn mich|nennen sie mich|du kannst mich|man nennt mich|alle nennen mich|alle sagen|sag einfach|sag|nennt mich',
    ),
    weak: lead('ich bin|ich bin der|ich bin die|bin'),
  },
  {
    language: 'pt',
    sure: lead(
      'meu nome [eé]|me chamo|eu me chamo|chamo-me|pode me chamar de|podes chamar-me|pode chamar de|me chame de|me chama de|todos me chamam de|me chamam de|pode ser',
    ),
    weak: lead('sou|eu sou|sou o|sou a|eu sou o|eu sou a'),
  },
  {
    language: 'it',
    sure: lead('mi chiamo|il mio nome [eè]|chiamami|mi chiamano|puoi chiamarmi|tutti mi chiamano|mi dicono'),
    weak: lead('sono|io sono'),
  },
  {
    language: 'nl',
    sure: lead('ik heet|mijn naam is|noem me|noem mij|noem me maar|zeg maar|je mag me|iedereen noemt me'),
    weak: lead('ik ben'),
  },
  {
    language: 'sv',
    sure: lead('jag heter|mitt namn är|kalla mig|kalla mig för|folk kallar mig'),
    weak: lead('jag är'),
  },
  {
    language: 'no',
    sure: lead('jeg heter|jeg hedder|mitt navn er|navnet mitt er|mit navn er|kall meg|kald mig|bare kald mig'),
    weak: lead('jeg er'),
  },
  { language: 'is', sure: lead('ég heiti|eg heiti|nafnið mitt er|kallaðu mig|eg eiti') },
  {
    language: 'fi',
    sure: lead('nimeni on|mun nimi on|minun nimeni on|kutsu minua|sano vaan'),
    weak: lead('olen|mä oon'),
  },
  {
    language: 'pl',
    sure: lead('mam na imię|mam na imie|nazywam się|nazywam sie|mów mi|mow mi|mów do mnie|moje imię to|mówią na mnie'),
    weak: lead('jestem'),
  },
  {
    language: 'cs',
    sure: lead('jmenuji se|jmenuju se|říkej mi|rikej mi|říkají mi|volajú ma|volám sa|moje jméno je|moje meno je'),
    weak: lead('jsem|som'),
  },
  {
    language: 'hr',
    sure: lead('zovem se|moje ime je|zovi me|zovu me|ime mi je|ja se zovem'),
    weak: lead('ja sam|ja sem|sem'),
  },
  {
    language: 'ro',
    sure: lead('mă numesc|ma numesc|mă cheamă|ma cheama|numele meu este|numele meu e|spune-mi|poți să-mi spui|zi-mi'),
    weak: lead('sunt|eu sunt'),
  },
  { language: 'hu', sure: lead('a nevem|nevem|hívj|szólíts') },
  { language: 'sq', sure: lead('unë quhem|quhem|emri im është|më quaj'), weak: lead('jam|unë jam') },
  {
    language: 'lt',
    sure: lead('mano vardas|aš vardu|vadink mane|mani sauc|mans vārds ir|minu nimi on'),
    weak: lead('aš esu|es esmu|ma olen'),
  },
  {
    language: 'tr',
    sure: lead(
      'benim adım|adım|ismim|benim ismim|(?:bana|beni)(?= .*\\b(?:de|der|deyin|dersin|diye|diyebilir|derler))|adim|benim adim',
    ),
    weak: lead('ben'),
  },
  { language: 'az', sure: lead('mənim adım|mənə|menim adim') },
  {
    language: 'ru',
    sure: lead(
      'меня зовут|зови меня|зовите меня|моё имя|мое имя|называй меня|называйте меня|звать меня|называть меня|называют меня|можно просто|друзья зовут меня|все зовут меня',
    ),
    weak: lead('я|это|можно|просто'),
  },
  { language: 'uk', sure: lead("мене звати|мене звуть|моє ім'я|звіть мене|клич мене|називай мене"), weak: lead('я') },
  {
    language: 'bg',
    sure: lead('казвам се|името ми е|викай ми|викат ми|зовем се|моје име је|зови ме|се викам'),
    weak: lead('аз съм|ја сам'),
  },
  {
    language: 'el',
    sure: lead(
      'με λένε|με λενε|λέγομαι|το όνομά μου είναι|το ονομα μου ειναι|όνομά μου είναι|φώναζέ με|φωναζε με|να με λες|λέγε με|πες με',
    ),
    weak: lead('είμαι|είμαι ο|είμαι η'),
  },
  {
    language: 'ar',
    sure: lead('اسمي|إسمي|انا اسمي|أنا اسمي|اسمي هو|نادني|ناديني|سمني|سميني|ينادونني|الجميع يناديني|قولي لي'),
    weak: lead('أنا|انا'),
  },
  { language: 'fa', sure: lead('اسم من|اسمم|نام من|من را|صدام کن|منو صدا کن|میرا نام'), weak: lead('من') },
  { language: 'ur', sure: lead('میرا نام|مجھے') },
  { language: 'he', sure: lead('קוראים לי|שמי|השם שלי|השם שלי הוא|תקרא לי|תקראי לי|תקראו לי'), weak: lead('אני') },
  {
    language: 'hi-Latn',
    sure: lead(
      'mera nu?aam|mera naam|mera nam|(?:sab|log|sab log|ghar wale|dost|sabhi)(?= \\S+ (?:bol|bul|keh|kah|pukar))|(?:mujhe|muje|mujhko)(?= .*\\b(?:bul|bol|kah|keh|pukar))|naam|naam hai|main hoon|mera naa|mera naa hai|amar naam|amar nam|amake|majha nav|maza nav|majhe nav|maru naam|maru nam',
    ),
    weak: lead('main'),
  },
  {
    language: 'hi',
    sure: lead('मेरा नाम|मुझे(?= .*(?:बुला|बोल|कह|पुकार))|नाम|मेरो नाम|माझं नाव|माझे नाव|माझे नाव आहे|मला'),
    weak: lead('मैं|म'),
  },
  { language: 'bn', sure: lead('আমার নাম|আমাকে') },
  { language: 'ta', sure: lead('en peyar|en per|என் பெயர்|எனது பெயர்|என்னை') },
  { language: 'te', sure: lead('naa peru|na peru|నా పేరు|నన్ను') },
  { language: 'ml', sure: lead('ente peru|ente per|എന്റെ പേര്|nanna hesaru|ನನ್ನ ಹೆಸರು') },
  { language: 'pa', sure: lead('ਮੇਰਾ ਨਾਮ|ਮੇਰਾ ਨਾਂ|મારું નામ') },
  {
    language: 'vi',
    sure: lead(
      'tên tôi là|tên mình là|tôi tên là|tôi tên|mình tên là|mình tên|em tên là|em tên|tên em là|gọi tôi là|gọi mình là|cứ gọi mình là|gọi em là|ten toi la|toi ten la|toi ten|minh ten',
    ),
    weak: lead('tôi là|mình là|em là'),
  },
  {
    language: 'id',
    sure: lead(
      'nama saya|nama aku|namaku|nama gue|nama saya adalah|panggil saya|panggil aku|panggil saja|panggil aja|panggil gue|panggil',
    ),
    weak: lead('saya|aku'),
  },
  {
    language: 'tl',
    sure: lead(
      'ako si|ang pangalan ko ay|ang pangalan ko|pangalan ko|ang pangalan ko si|tawagin mo akong|tawagin mo na lang akong|tawag mo na lang sakin',
    ),
    weak: lead('ako po si|si'),
  },
  { language: 'sw', sure: lead('jina langu ni|jina langu|naitwa|niite|mimi ni|waniita') },
  { language: 'yo', sure: lead('orúkọ mi ni|oruko mi ni|aha m bụ|aha m bu|sunana|suna na|e pe mi ni') },
  { language: 'am', sure: lead('ስሜ|semay|sime|magacaygu waa|magacaygu') },
  { language: 'zu', sure: lead('igama lami ngu|igama lam ngu|igama lami|my naam is|noem my|ek is|lebitso la ka ke') },
  { language: 'ga', sure: lead('is mise|mise|an t-ainm atá orm|fy enw i yw|fy enw yw|enw i yw|is ainm dom') },
  {
    language: 'ca',
    sure: lead('em dic|el meu nom és|digues-me|em diuen|nire izena da|o meu nome é|chámome'),
    weak: lead('sóc|soc'),
  },
  { language: 'eo', sure: lead('mia nomo estas|mi nomiĝas') },
];

/** Wordings that follow the name; their first group is one word that may be it. */
export const NAME_BEFORE: readonly { readonly language: string; readonly pattern: RegExp }[] = [
  { language: 'hi-Latn', pattern: /^(\p{L}{2,20}) (?:hai mera (?:naam|nam)|hoon main|hu main|hun main)$/u },
  { language: 'id', pattern: /^(\p{L}{2,20}) (?:aja|saja|ajah|doang)$/u },
  {
    language: 'hi-Latn',
    pattern: /^(\p{L}{2,20}) (?:bolo|bulao|bulaao|kaho|keh lo|bol do|keh do|bula lo|chalega)(?:\s|$)/u,
  },
  { language: 'hi-Latn', pattern: /(?:^|\s)(\p{L}{2,20}) (?:naam|nam) (?:hai|h|he)(?:\s(?:mera|meri|mere))?(?:\s|$)/u },
  {
    language: 'hi-Latn',
    pattern:
      /^(?:ji |haan |hello |hi |are |arey )?(?:main|mai|mein|me) (\p{L}{2,20}) (?:hoon|hun|hu|hoo)(?:\s(?:yaar|bhai|ji))?$/u,
  },
  { language: 'tr', pattern: /^(\p{L}{2,20}) (?:diyebilirsin|dersin|de bana|diye çağır|derler bana)/u },
  {
    language: 'de',
    pattern: /^(\p{L}{2,20}) (?:hier|genügt|passt|heiße ich|heisse ich|nennt man mich|reicht|bin ich)$/u,
  },
  {
    language: 'es',
    pattern: /^(\p{L}{2,20}) (?:me llaman|me dicen|está bien|esta bien|nomás|nomas|para servirte|para los amigos)$/u,
  },
  { language: 'fr', pattern: /^(\p{L}{2,20}) (?:pour les intimes|ça va|tout court|c'est bien|c'est mon prénom)$/u },
  { language: 'pt', pattern: /^(\p{L}{2,20}) (?:mesmo|está bom|ta bom|tá bom|pros íntimos)$/u },
];

/** After a name in verb-final languages. */
export const SPACED_TAIL =
  /^(?:hai|h|he|hoon|hun|hu|hain|है|हूँ|हूं|bulao|bulaao|bula|bolo|kaho|keh|kehte|bulate|bol|कहो|बुलाओ|బ|de|diyebilirsin|dersin|diye|derler|deyin|nin|ahe|aahe|che|ہے|کہو|است|هست|هستم|صدا|nak|mera|meri|mere|mujhe|naam|на|не|aja|saja|vagyok|hívnak|nennen|tá|atá|di|ஆகும்)$/u;

const KANA_OR_HAN = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー・]';

export const UNSPACED: readonly { readonly language: string; readonly pattern: RegExp; readonly sure: boolean }[] = [
  {
    language: 'ja',
    sure: true,
    pattern: new RegExp(
      `(?:私の|僕の|俺の)?(?:名前|なまえ)は(${KANA_OR_HAN}{1,10}?|[A-Za-z]{2,20})(?:です|だよ|と(?:いい|言い|申し)ます|っていいます|。|$)`,
      'u',
    ),
  },
  {
    language: 'ja',
    sure: true,
    pattern: new RegExp(
      `(${KANA_OR_HAN}{1,10}?|[A-Za-z]{2,20})(?:と|って)(?:呼んで|よんで|いいます|言います|申します|呼ばれて)`,
      'u',
    ),
  },
  {
    language: 'ja',
    sure: false,
    pattern: new RegExp(
      `^(?:はい、?|えっと、?)?(?:私は|わたしは|僕は|ぼくは|俺は)?(${KANA_OR_HAN}{1,8}?|[A-Za-z]{2,20})(?:です|だよ|でいいよ|でいいです|でお願いします)[。！!よ]*$`,
      'u',
    ),
  },
  {
    language: 'ko',
    sure: true,
    pattern:
      /(?:제|내|저의)\s?이름은\s?(\p{sc=Hangul}{1,8}?|[A-Za-z]{2,20})\s?(?:입니다|이에요|예요|에요|이야|야|이라고|라고|$)/u,
  },
  {
    language: 'ko',
    sure: true,
    pattern: /(\p{sc=Hangul}{1,8}?|[A-Za-z]{2,20})\s?(?:이라고|라고)\s?(?:불러|부르|해요|합니다|해)/u,
  },
  {
    language: 'ko',
    sure: false,
    pattern: /^(?:저는|나는|전|난)?\s?(\p{sc=Hangul}{2,4}?|[A-Za-z]{2,20})\s?(?:입니다|이에요|예요|에요|이야)[.!]*$/u,
  },
  {
    language: 'zh',
    sure: true,
    pattern:
      /(?:我叫|叫我|我的名字是|我的名字叫|我名字叫|我名叫|我嘅名叫|请叫我|大家都叫我)(?:做)?([\p{sc=Han}·]{1,6}?|[A-Za-z]{2,20})(?:吧|就好|就行|就可以|好了|$|[，。！,.!])/u,
  },
  { language: 'zh', sure: false, pattern: /^我是([\p{sc=Han}]{2,4}?|[A-Za-z]{2,20})[，。！,.!]*$/u },
  {
    language: 'th',
    sure: true,
    pattern: /(?:ผม|ฉัน|ดิฉัน|หนู|เรา)?ชื่อ\s?([\p{sc=Thai}\p{M}]{2,12}?|[A-Za-z]{2,20})(?:ครับ|ค่ะ|คะ|นะ|$|\s)/u,
  },
  {
    language: 'th',
    sure: true,
    pattern: /เรียก(?:ผม|ฉัน|เรา|หนู)?ว่า\s?([\p{sc=Thai}\p{M}]{2,12}?|[A-Za-z]{2,20})(?:ครับ|ค่ะ|ก็|นะ|ได้|$|\s)/u,
  },
  { language: 'hu', sure: true, pattern: /^(\p{Lu}\p{L}{1,15}) vagyok[.!]*$/u },
  { language: 'tr', sure: true, pattern: /^(\p{Lu}\p{L}{1,15}) benim adım[.!]*$/u },
  { language: 'ka', sure: true, pattern: /მე მქვია (\p{L}{2,15})/u },
  { language: 'hy', sure: true, pattern: /(?:իմ անունն? է|անունս) (\p{L}{2,15}?)(?:ն? է|$|[։.!])/u },
];

/** Greetings, yes, no and thanks in scripts that have no capitals, where a lone word might otherwise pass for a name. */
export const UNCASED_STOP = new Set(
  `你好 您好 好 好的 是 是的 不 不是 不用 谢谢 謝謝 再见 没有 不知道 随便 保密 匿名 嗨 哈喽 早上好 晚安
はい いいえ うん ううん こんにちは こんばんは おはよう ありがとう どうも わからない 秘密 ひみつ なし 匿名 元気 学生 会社員 大丈夫 嫌 いや 内緒 無理 日本人 中国人 韓国人 先生 医者 疲れた
네 예 아니요 아니오 아니 응 안녕 안녕하세요 감사합니다 고마워 몰라 몰라요 비밀 없어 없어요 괜찮아 괜찮아요 싫어 싫어요 학생 의사 선생님 한국인
مرحبا مرحبًا السلام نعم لا شكرا شكرًا أهلا اهلا تمام لاشيء لا_شيء كيف ماذا لماذا بخير طيب حسنا سلام بله نه ممنون مرسی خوبم
שלום כן לא תודה היי בסדר אולי ביי
हाँ हां नहीं नमस्ते धन्यवाद ठीक शुक्रिया जी क्यों क्या
হ্যাঁ না ধন্যবাদ নমস্কার হ্যালো ஆம் இல்லை வணக்கம் நன்றி అవును లేదు నమస్తే ครับ ค่ะ ไม่ สวัสดี ขอบคุณ ใช่ ไม่บอก`.split(/\s+/u),
);

/** The same for other languages in Latin, Cyrillic and Greek letters. */
export const FOREIGN_STOP = new Set(
  `si sí no hola gracias nada bueno buenos buenas días dias tardes noches adiós claro vale cansado cansada aburrido triste feliz bien mal muy nadie
oui non bonjour bonsoir merci rien bien fatigué fatiguée désolé désolée content contente triste étudiant étudiante personne d'accord coucou
ja nein danke nichts gut müde traurig krank hallo guten lehrer lehrerin student studentin arzt ärztin schüler deutscher deutsche niemand egal moin servus
sim não nao obrigado obrigada oi olá ola cansado cansada tudo nada triste feliz estudante brasileiro brasileira
sì grazie niente ciao buongiorno buonasera stanco stanca triste felice nessuno italiano italiana
nee dank bedankt dag hoi moe evet hayır hayir teşekkürler tesekkurler merhaba selam iyi yok yorgunum iyiyim üzgün öğrenci
да нет привет спасибо здравствуйте здравствуй ничего хорошо ладно никак устал устала студент студентка не так пока никто грустно рад рада в из дома тут здесь
так ні дякую привіт нет ναι όχι γεια ευχαριστώ καλά τίποτα καλημέρα κουρασμένος κουρασμένη
haan haanji nahi nahin nhi theek thik acha accha achha dhanyavad shukriya namaste kuch kya kyun nai bas yaar bhai udas pareshan khush thak thaka dukhi
tak nie dzięki dziękuję cześć hej dobrze zmęczony zmęczona student
có không cảm ơn xin chào chào vâng ya tidak terima kasih halo baik capek lelah oo hindi salamat kumusta wala pagod ndiyo sé sais weiß hapana asante habari piacere encantado encantada enchanté enchantée enchante prazer angenehm aangenaam mucho gusto`.split(
    /\s+/u,
  ),
);

/**
 * Words of other languages that join, deny and describe. A segment that holds one says something and is no bare name. None
 * is a given name in wide use.
 */
export const FOREIGN_FUNCTION = new Set(
  `prefiero necesitas necesito saberlo quieres quiero sunt som sóc sunt siamo essere tengo estoy soy eres está estás porque pero muy para por una unos qué cómo quien quién dónde cuándo hoy nada decirlo
je j'ai j'suis t'es c'est suis pas très mais avec pour une quoi qui comment pourquoi moi toi mon aujourd'hui ça
ich bin bist ist nicht kein keine sehr und oder aber mein meine habe hab was wer wie warum heute wieder dir mir das für
eu sou estou tô não nao muito mas quero tenho você voce como hoje meu minha
io sono sei molto perché che cosa chi oggi ho voglio questo
ik niet geen heel maar wat wie vandaag heb
jag är inte och vad jeg er ikke og hvad hva
jestem nie bardzo ale mam co jak dziś
mujhe mera meri hoon hun hai hain raha rahi gaya gayi kya kyun nahi nahin nhi bahut bohot aaj tum aap kaise kaun batana yaar
saya aku kamu tidak bukan sedang lagi apa siapa sangat ako ikaw hindi ngayon ano sino
değil çok bugün nasıl
я ты не это что как кто очень сегодня мне меня у не знаю`.split(/\s+/u),
);

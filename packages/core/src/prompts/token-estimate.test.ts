import { describe, expect, it } from 'vitest';
import { estimateTokens } from './token-estimate.ts';

/** Counted with the o200k tokenizer (gpt-tokenizer 3, November 2026). A new case is a line. */
const COUNTED: readonly (readonly [string, string, number])[] = [
  [
    'chat',
    "I'm so tired but honestly kind of proud? My boss finally noticed the thing I built and said it was good, lol. Mum called too. idk what to do about Saturday tho, do I go or not",
    43,
  ],
  [
    'English prose',
    'Worn and colored hair takes up more mineral, because it offers more places for it to hold. Studies disagree on harm: one found strands somewhat weaker after hard water; another found more magnesium on the surface and no more damage.',
    46,
  ],
  [
    'slang',
    'omg gurl my edgesss r sooo dryyy n thinnin wtf do i do plsss helpp smh ngl its lowkey embarassing rn tbh',
    37,
  ],
  [
    'Spanish',
    'Hoy me siento muy cansada, pero también orgullosa: después de tantos años por fin terminé la carrera y mi hermana vino a celebrarlo conmigo. ¿Cómo debería cuidar mi cabello rizado después de la decoloración?',
    45,
  ],
  [
    'French',
    "Aujourd'hui je me sens épuisée mais très fière d'avoir enfin réussi mon examen. Qu'est-ce que je pourrais faire pour mes cheveux bouclés qui s'emmêlent ?",
    39,
  ],
  [
    'German',
    'Heute bin ich völlig erschöpft, aber stolz: die Geschwindigkeitsbegrenzung und die Krankenversicherungsangelegenheiten sind endlich erledigt.',
    32,
  ],
  [
    'Portuguese',
    'Estou cansado mas muito feliz, porque finalmente consegui a promoção que esperava há três anos. O que você acha que devo fazer agora?',
    28,
  ],
  [
    'Polish',
    'Jestem dziś bardzo zmęczona, ale szczęśliwa, ponieważ wreszcie skończyłam projekt, nad którym pracowałam przez całą zimę.',
    37,
  ],
  [
    'Turkish',
    'Bugün çok yorgunum ama gurur duyuyorum; sonunda üniversiteyi bitirdim ve ailem benimle kutlamaya geldi.',
    31,
  ],
  [
    'Vietnamese',
    'Hôm nay tôi rất mệt nhưng tự hào, vì cuối cùng tôi đã hoàn thành dự án mà tôi đã làm việc suốt cả mùa đông.',
    32,
  ],
  [
    'Swahili',
    'Leo nimechoka sana lakini najivunia kwa sababu hatimaye nimemaliza kazi yangu ya mwaka mzima na familia yangu imefurahi.',
    31,
  ],
  ['Yoruba', 'Ó rẹ̀ mí gan-an lónìí, ṣùgbọ́n inú mi dùn nítorí pé mo ti parí iṣẹ́ tí mo ti ń ṣe láti ìgbà pípẹ́.', 45],
  [
    'Hindi',
    'आज मैं बहुत थका हुआ हूँ लेकिन मुझे गर्व भी है क्योंकि आखिरकार मेरी परियोजना पूरी हो गई। मेरे घुंघराले बालों की देखभाल कैसे करूँ?',
    39,
  ],
  [
    'Hinglish',
    'yaar aaj bahut thak gaya hoon par khushi bhi hai, boss ne finally bola ki kaam accha hai, ab kya karu batao',
    34,
  ],
  [
    'Arabic',
    'أنا متعب جدا اليوم لكنني فخور لأنني أنهيت أخيرا المشروع الذي عملت عليه طوال الشتاء. كيف أعتني بشعري المجعد؟',
    35,
  ],
  [
    'Russian',
    'Сегодня я очень устала, но горжусь собой: наконец-то закончила проект, над которым работала всю зиму. Как ухаживать за кудрявыми волосами?',
    39,
  ],
  ['Greek', 'Σήμερα είμαι πολύ κουρασμένη αλλά περήφανη, γιατί επιτέλους τελείωσα τη δουλειά μου.', 29],
  ['Hebrew', 'היום אני מאוד עייפה אבל גאה בעצמי כי סוף סוף סיימתי את הפרויקט שעבדתי עליו כל החורף.', 30],
  ['Chinese', '我今天很累，但是也很自豪，因为我终于完成了整个冬天都在做的项目。请问卷发应该怎么护理才不会毛躁？', 35],
  ['Traditional', '我今天覺得非常疲憊，但也很驕傲，因為我終於完成了整個冬天都在做的專案。捲髮應該怎麼護理？', 47],
  [
    'Japanese',
    '今日はとても疲れたけれど、やっとプロジェクトが終わったので誇らしい気持ちです。くせ毛のお手入れはどうすればいいですか？',
    44,
  ],
  [
    'Korean',
    '오늘은 정말 피곤하지만 겨우내 준비한 프로젝트를 드디어 끝내서 뿌듯해요. 곱슬머리는 어떻게 관리해야 하나요?',
    36,
  ],
  ['Thai', 'วันนี้ฉันเหนื่อยมากแต่ก็ภูมิใจ เพราะในที่สุดฉันก็ทำโครงการเสร็จแล้ว ควรดูแลผมหยิกอย่างไร', 37],
  ['Bengali', 'আজ আমি খুব ক্লান্ত কিন্তু গর্বিত কারণ অবশেষে আমার প্রকল্প শেষ হয়েছে।', 19],
  ['Tamil', 'இன்று நான் மிகவும் சோர்வாக இருக்கிறேன் ஆனால் பெருமையாகவும் இருக்கிறேன்.', 20],
  ['Amharic', 'ዛሬ በጣም ደክሞኛል ግን ኩራት ይሰማኛል ምክንያቱም በመጨረሻ ሥራዬን ጨርሻለሁ።', 91],
  ['emoji', '😭😂❤️🔥👩🏾‍🦱👨‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇬🇧✨💇🏽‍♀️🤷‍♂️🥺👉👈💅🏿🙏🏾', 78],
  ['chat with emoji', 'omg yes!! 😭😭 my twist out came out SO good today 🔥🔥 thank youuu ❤️ 💇🏽‍♀️', 29],
  [
    'code',
    'export function assemblePrompt(input: PromptInput, budget = DEFAULT_BUDGET): AssembledPrompt {\n  const sections = input.assistant.prompt.sections.filter(({ when }) => when === undefined);\n  for (let i = 0; i < sections.length; i++) {\n    if (total > budget.tokens) sections.pop();\n  }\n  return { instructions: sections.map((s) => s.text).join("\\n\\n") };\n}',
    90,
  ],
  [
    'JSON',
    '{"id":"0190a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b","name":"hard-water","tags":["dryness","water"],"score":10.25,"ok":true}',
    61,
  ],
  ['numbers', '2026-11-22 12:34:56 +44 20 7946 0958 £1,299.99 3.14159 100000000 1/2 50% 555-0199', 49],
  [
    'a key',
    'b3Blbi1zZXNhbWUtdGVzdC1vbmx5LTMyLWJ5dGVzISEkH2vQ9mXr7pLw4tYb6nZc3sJd8fGa1eUqPzXyWvUtSrQpOnMlKjIhGfEdCbAa',
    80,
  ],
  [
    'an address',
    'https://www.usgs.gov/special-topics/water-science-school/science/hardness-water?utm_source=chat&id=123#top',
    31,
  ],
  ['capitals', 'WHY IS MY HAIR FALLING OUT PLEASE HELP ME I AM SO SCARED RIGHT NOW AND NOBODY LISTENS', 25],
  ['punctuation', '!!!!!!?????......----====####@@@@((([[[{{{"""\'\'\'~~~~', 16],
];

describe('the estimate of tokens', () => {
  it.each(COUNTED)('of %s is at most a twentieth too low, and less than double', (_, text, counted) => {
    const estimate = estimateTokens(text);
    expect(estimate).toBeGreaterThanOrEqual(Math.floor(counted * 0.95));
    expect(estimate).toBeLessThan(counted * 2);
  });

  it.each([
    ['English', 'Wash it once a week, then dry it gently. '],
    ['Spanish', 'Lávalo una vez a la semana y sécalo con cuidado. '],
  ])('of a long text in %s goes on as it begins', (_, sentence) => {
    const estimate = estimateTokens(sentence.repeat(100_000));
    expect(estimate / (100 * estimateTokens(sentence.repeat(1_000)))).toBeCloseTo(1, 1);
  });

  it('of nothing is 0', () => {
    expect(estimateTokens('')).toBe(0);
  });

  it.each([
    ['an endless word', 'a'.repeat(8_000)],
    ['a key without end', 'a1'.repeat(4_000)],
    ['spaces', ' '.repeat(8_000)],
    ['signs', '/+=_'.repeat(2_000)],
    ['half a surrogate pair', '\ud83d'],
    ['four million letters', 'a'.repeat(4_000_000)],
    ['letters, and a digit at their end', `${'a'.repeat(4_000_000)}1`],
    ['four million accents', '\u00e9'.repeat(4_000_000)],
    ['letters of both cases among accents', `\u00e9 ${'aA'.repeat(2_000_000)}`],
  ])('of %s is a number', (_, text) => {
    expect(estimateTokens(text)).toBeGreaterThan(0);
  });
});

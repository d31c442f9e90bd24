import { plain, unambiguous } from './text.ts';

/**
 * What happens to people and how it goes, as groups of words that mean much the same to a mood: the model weighs the
 * group where it has never seen the word. A word may stand in several groups and prove nothing by itself. Written as the
 * plain text is: lower case, without apostrophes; `*` ends a word that may go on.
 */
export const MOOD_CONCEPTS = {
  success:
    'won, win, wins, winning, passed, aced, nailed, smashed, accepted, approved, promoted, promotion, hired, selected, picked me, picked my, chose me, chosen, got in, got into, got the job, got the lead, got the part, got the grant, got my degree, got an a, offer, offered me, earned, finished, completed, solved, figured, managed to, graduated, published, award, medal, trophy, record, scored, beat, beaten them, first place, tenure, distinction, milestone, pulled it off, i did it, we did it, did the thing, made it, cleared, qualified, debt free, paid off, sold out, printed, got the keys, got the visa, raise, bonus, callback, clicked, works now, working again, personal best, on the first try, on the first go, first go, let me stay, can stay, went through, officially, licensed, full marks, top of the, contract, client, scholarship, stamped, on time, finally finished, made the call, i can now, can do, i ordered, learned, learnt, understood, a doddle, piece of cake, breeze, booked solid, turned a profit, raised, broke a hundred, new best, gold, silver, champions, unbeaten, got it, worked, it works, floats, hatched, rose, ripe, harvest, paid every, savings',
  praise:
    'proud, compliment*, praise*, clapped, clapping, applau*, ovation, cheered, cheering, well done, gift, talent*, best teacher, impressed, admire*, respect*, congratulat*, liked my, loved my, liked it, loved it, asked for seconds, thanked, believes in me, my idea, good at, better than i, nice things, kind words, kindest, a gem, the best, hero, chuffed for me, stood up for me, remembered everything, named after, naming, dad says, shook his, my students, my class',
  affection:
    'hug*, cuddl*, kiss*, held my, holding hands, snuggl*, i love you, loves me, love her, love him, love them, my love, sweetheart, wrote me, drew me, made me breakfast, made me soup, brought me, waited for me, waited up, remembered, missed me, asked me to be, maid of honour, proposed, engaged, married, in love, texted back, came to see me, visits me, visited me, visit me, came to visit, come to visit, visiting me, checked on me, surprise party, threw me, turned up, showed up, all together, under one roof, on my lap, on my chest, follows me, wags, purr*, trusts me, shook my hand, smiled at me, calling me, likes me, likes me back, wants to see me, wants me back, ran to the door, ran to me, jumped up, came all the way, came back to me, on my shoulder, in my arms, in mine, fell asleep on, dozed off, godmother, godfather, an uncle, an aunt, grandad, grandma again, going to be a, to be a mum, to be a dad, my people, belong, fit in, kept my seat, saved me, with my niece, with my nephew, with the kids, whole family, old friend, best friend, hear his voice, hear her voice, on leave, reunion, reunited, date, crush, wink, adore*, vows, wedding',
  kindness:
    'kind, kindness, stranger, helped, help us, for free, without asking, without being asked, without me asking, wouldnt take, paid for my, shovelled, let me go early, lent me, cooked for, let me in, gave me, neighbours came, came out to help, volunteer*, generous, thoughtful, restored my faith, owe you, owe him, owe her, lowered, waived, covered my shift, go ahead, gentle, patient with, thank you card, card, flowers, soup for, shared, offered, welcomed',
  delight:
    'laugh*, giggl*, cackl*, smile*, smiling, grin*, hilarious, funny, joke, jokes, pun, dance, danced, dancing, sing, sang, singing, song, choir, concert, gig, play, party, cake, pizza, champagne, drinks, feast, curry, birthday, wedding, wild, magic*, perfect*, gorgeous, beautiful, lovely, wonderful, amazing, brilliant, incredible, best, great, fab*, yay, woo*, yes, hell yes, heaven, bliss, goosebumps, glow*, floating, buzz*, hype*, stoked, thrill*, giggles, adorable, sweet, cute, obsessed, love it, loved it, love this, fun, playful, exciting, excited, tickets, music, radio, dumplings, cherries, strawberries, raspberries, tomatoes, picked, delicious, yum*, tasty, chocolate, icecream, treat, pop, what a night, what a day, what a view, living the life, in stitches, glow, first kiss, spark*',
  ease: 'sun, sunny, sunshine, sunset, summer, spring, garden, bloom*, flower*, bees, birds, sea, beach, lake, river, mountain*, view, valley, stars, snow, rain on, porch, candle*, bath, blanket, fire, sofa, nap, slept well, slept through, sleep through, best sleep, sleeping through, rested, phone off, day off, no meetings, nothing planned, nowhere to, quiet morning, quiet, peace*, calm*, slow, tea, coffee, soup, bread, cinnamon, pancakes, home, at home, my own bed, holiday, holidays, vacation, weekend, friday, feet up, relax*, yoga, walk, picnic, lighter, breathe, tidy, clean kitchen, caught up, warm, shower, hot chocolate, windowsill, robin, sky, pink, sunrise, flask, hike, breakfast in bed, long weekend, window seat, whole row, empty beach, care in the world, slept like, smells like summer, smell of, smells of, fresh, clean sheets, on top of things, inbox, time for myself, time to myself, own company, alright, all right, alls well, good feeling, a good day, good morning to, freckles, hammock, bonfire',
  recovery:
    'all clear, came back fine, came back clear, was clear, is clear, benign, remission, cancer free, healed, healing, on the mend, recover*, better, off the meds, stop the meds, meds are working, fever broke, walking again, out of hospital, out of intensive, home from, cast is off, cast comes off, sober, clean, no pain, without a headache, without stopping, strong, heartbeat, quit smoking, turned out to be nothing, was nothing, found, safe, survived, alive, saved, over it, at peace, made up, on good terms, forgave, forgiven, apologi*, sorry, sorted, fixed, mended, back to normal, feel human, myself again, false alarm, only a cold, just a cold, just a sprain, only a sprain, after all that, numbers are normal, normal again, breathing on, ate a whole, gone down, fever is gone, fevers gone, no cavities, no more, stopped hurting, stopped raining, hearing aids, on the right track, therapy is, is working, are working, wiggle, without the frame, laugh is back, is back, back at school, took the day off, a day off from, havent had a drink, havent smoked, havent had a panic, didnt cry, calm again',
  novelty:
    'first, first time, finally, at last, for once, new, brand new, adopt*, expecting, pregnant, baby is, moved in, keys, booked, tickets, cant wait, tomorrow, start, starting, starts, fresh, opening, one day, soon, ready, plan, hope*, looking forward, looking up, dream, chance, learned to, learnt to, growth, grew',
  ownpraise:
    'didnt even, not bad, pretty good, pretty chuffed, wouldnt change, could get used, deserved, deserve, treat, treated myself, not to brag, ngl, killed it, killed that, all by myself, myself with, who am i, guess who, look at me, better than ok, doing ok, doing better, doing well, cant complain, worth it, worth every, id do it again, do it all again, exactly what, hit the spot, little things, lucky, blessed, grateful, thankful, glad',
  loss: 'lost, loses, losing, gone, died, dead, death, bury, buried, burying, funeral, grave, ashes, grief, griev*, without her, without him, without them, without dad, without mum, without mom, miss, missing, left me, leaving, leaves, left for, moved out, moving out, moving away, moved on, goodbye, goodbyes, last time, empty, used to, anymore, any more, no longer, my ex, divorc*, separat*, broke up, dumped, break up, chair, his things, her things, old life, put to sleep, hospice, anniversary, should have been there, wish dad, wish mum, end of, closing, closed down, packing up, sold, homesick, first christmas, first birthday, bare, still dial, still set, still wait*, waits by, toothbrush, wardrobe, would have been, hed be, shed be, heartbeat stopped, turned off the, empty room, empty nest, last one, childhood home, we said wed, the old days, miscarr*, stillb*, lost the baby, floating, gone when, never came back, isnt coming back, childhood bedroom, old room',
  rejection:
    'reject*, declined, turned down, passed over, not a good fit, someone else, ghost*, ignore*, unfollow*, blocked, nobody, no one, noone, none of them, not invited, wasnt invited, didnt invite, without me, without telling, left out, looked right, looked through, rolled, doesnt look, didnt look, even look, silent, silence, hung up, hasnt called, didnt call, doesnt call, hasnt spoken, wont speak, wont talk, havent heard, no reply, left on read, cancel*, stood me up, single, alone, lonely, on my own, by myself, toilets, only one, outsider, replaced, needs space, didnt even, wouldnt, forgot, took her side, took his side, picked his side, picked her side, picking up, rings out, ring out, left the group, group chat, typed and, seen it, on read, chose him, chose her, someone new, new girl, new guy, married someone, marrying, got my job, my shifts, golf, everyone but me, but me, except me, everyone has someone, figured out but, invisible, not in the room, didnt come, nobody came, no one came, no one is coming, nobody is coming, didnt even read, no interview, not one, zero, no likes, wont see me, wont let me',
  conflict:
    'argu*, fight, fights, fought, fighting, yell*, shout*, scream*, slam*, lied, lying, liar, cheat*, betray*, blame*, accus*, angry, furious, mad at, drinking again, drunk, hit me, bit, growls, jail, prison, police, court, sue, rude, insult*, called me, calls me, behind my back, talking about me, took credit, stole, mock*, bull*, laughed at, laughed when i, laughing at, compares me, hates me, hate, cant stand, read my diary, scared of me, threat*, abus*, sexist, racist, interrupt*, sweetie, whisper*, watches my every, spoke over, talked over, talks over, shush*, eye roll, read my messages, walked out, sold my, without asking, smirk*, controls, controlling, snapped, bicker*, cold shoulder, made me feel, tells me to, told me to relax, told me to calm, calm down, relax in front, deport*, suspended, expelled, picked on, pick on, mean to, nasty, pushes, spat',
  mishap:
    'broke, broken, breaks, break in, leak*, flood*, froze, frozen, crash*, stolen, towed, keyed, scam*, spill*, spilt, burned, burnt, drop, dropped, smash*, crack*, mould, mold, bedbugs, rat, rats, roach*, smell, smells, smell like, stink*, delay*, late, missed, stuck, locked, ran out, sold out, out of stock, out of my, washed out, washout, rain, raining, traffic, queue, line, on hold, drilling, wifi, printer, boiler, pipes, fell, fall, slipped, tripped, hole, stain*, wrong, wrong size, went down the, deleted, died right, power cut, fire alarm, parking ticket, fine, puncture, flat tyre, flat tire, ruined, burst, limping, battery, flat battery, wont start, car wont, drove past, right past me, ripped, torn, pooped, wet socks, soaked, ants, mouse, mice, wasp*, no signal, no charger, no power, no water, no heating, minus, locked myself, double booked, jury duty, overbooked, misprinted, typo, sent the email, wrong person, out of order, lift was out, fell through, pulled out, got pulled, bus replacement, of course, just my luck, typical',
  illness:
    'hurt, hurts, hurting, ache*, aching, pain, sick, ill, fever, flu, cold, covid, vomit*, threw up, throw up, throwing up, migraine*, headache*, bleeding, blood, kidney*, tumour, tumor, cancer, lump, biopsy, scan, surgery, surgeon, hospital, intensive, icu, ambulance, chemo, diagnos*, symptom*, infection, injured, injury, sprain*, knee, tooth, teeth, dentist, broke my, wrist, stroke, dementia, alzheimer*, fragile, frail, thin, getting worse, doctors, vet bill, emergency vet, vet says, vet said, vet found, vet thinks, back to the vet, meds, pharmacy, colic, rash, broken out, cramps, back gave, gave out, forget, losing words, didnt know who i, doesnt know me, tablets, joints, a and e, wheelchair, oxygen, coughing, cough, sick all, threw my back, back out, clumps, falling out, burned my scalp, itch*, stage three, stage four, its back, found another, more tests, seizure*, operation, faint*, wheez*, swollen, brain fog, foggy',
  fatigue:
    'tired, exhaust*, knackered, drained, wiped, worn out, shattered, no sleep, havent slept, cant sleep, didnt sleep, not sleeping, awake, wink of, 2am, 3am, 4am, all night, hours, on my feet, feet, double shift, no energy, running on, burnout, burned out, overtime, never stops, wont stop crying, could sleep, sore, blister*, cranky, long day, long week, long one, barely, dead on, raw, scrubbing, long shift, hours to go, back to the grind, grind, cant get up, couldnt get out of bed, cant get out of bed, out of bed, dragging, on my knees, running late, half asleep, jet lag*',
  worry:
    'worr*, scared, scares me, scary, afraid, terrif*, dread*, nervous, panic*, anxi*, freaking, freak out, shaking, shaky, shakes, sweat*, racing, tight, stomach, knots, cant eat, heart stops, heart sank, heart in my, results, waiting, waiting room, wont say, wont tell, what if, dont know if, dont know what, googling, overthink*, keep checking, keep thinking, keep replaying, mind wont, cant relax, tense, uncertain, interview, exam, deadline*, need time, messing up, mess up, cant open, forgotten how, scaries, face it, cant face, flinch*, the bang, keep hearing, keep seeing, cant stop seeing, nightmares, haunted, on edge, jumpy, symptoms at, on the verge, dont know how to, unsure, not ready, no clue',
  failure:
    'fail*, bombed, blew it, blew, messed, mistake*, stupid, embarrass*, humiliat*, awkward, ashamed, shame, guilt*, fault, let down, let everyone down, disappoint*, never good enough, good enough, useless, worthless, hopeless, froze, forgot my lines, went silent, wish i hadnt, wish id never, shouldnt have, should have said, stammer*, fraud, burden, fat, ugly, mirror, dont recognise, dont recognize, weird one, cringe, regret*, wasted, one job, couldve gone better, a d on, zero on, came last, finished last, second to last, bottom of, last place, ripped my, called my teacher, terrible mother, bad mother, bad dad, failing them, drank again, ate till, idiot, dumb, loser, not good enough, dont belong, small, look awful, look terrible, never amount, too old, wrong answer, could have gone, couldve gone, could have done, be better, bad at',
  money:
    'rent, bill, bills, debt, fees, afford, overdraft, broke, skint, insurance, landlord, evict*, laid off, redundan*, cut my hours, cut the, unemployed, lost my job, lost the job, mortgage, payday, pay for, unpaid, in the red, tax, card failed, got declined, expensive, over budget, euros left, price of, bailiffs, bank called, owes me, payments, cant make the, rent money, buyer, funding, mortgage fell, minimum wage, ulcer, cant afford, cant pay, heat the place',
  burden:
    'too much, everything, always me, im always the one, another, again, yet again, more work, moved the deadline, behind, drowning, overwhelm*, stress*, swamped, laundry, juggl*, no time, never ends, no end, cant cope, cant keep, cant do this, done with, sick of, fed up, had enough, on top of me, nobody helps, always something, so much for, in one day, all at once, expects me, assumes, weekends, work late, not today, skip tomorrow, get through, do without, watches me, another meeting, paperwork, forms, on my knees cleaning, oven, one more, if one more, always does this, struggling, coping, not coping, falling apart, out of sorts, off, sick and tired, stretched, on hold, uphill, snowed under',
  emptiness:
    'meh, ugh, numb, hollow, nothing, cant be bothered, whats the point, why bother, why do i even, why do i bother, stared, staring, ceiling, bathroom floor, floor, dont want to get up, havent left, nothing tastes, tastes of, dont care, just me and, stuck in bed, not doing great, not great, not ok, not okay, low, down, blue, crying, cried, cry, cries, tears, bawl*, sob*, weep*, broken, devastat*, crushed, gutted, heartbr*, disappear, duvet, leave me alone, dont want to talk, not feeling it, feel nothing, felt nothing, flat, grey, gray, sigh, whatever, pointless, hopeless, lifeless, awful, terrible, horrible, rubbish, worst, nightmare, brutal, torture, hell, miserable, sad, tbh im, begs, alone',
  cross:
    'but, though, although, yet, still, and also, also, weirdly, mind you, then, now, at least, shame, except, despite, even so, half of me, part of me, one part, bit of, kind of, kinda, equal parts, not sure if, or cry, laugh or, both, bittersweet, mixed, good news, bad news, mostly, wish, only, just, too late, not sure, dont know whether, cant decide, in a good way, the good kind, worth it, anyway, meanwhile, pity, if only, wish i hadnt, less so, not the, isnt, arent, too quiet, one hand, the other, as well, so is, and yet, survived, through glass, not out of, without him, without her, properly at least, of a kind, in equal, i suppose, tears and, and limping',
  routine:
    'usually, every day, on mondays, on tuesdays, on wednesdays, on thursdays, on fridays, on saturdays, on sundays, at noon, at six, at eight, at nine, at ten, oclock, half past, quarter, minutes, kilometres, miles, percent, floor, station, airport, post office, supermarket, shop, shops, library, bank, bus, train, flight, number, code, recipe, ingredients, grams, cup, ounces, capital, translate, called, name is, years old, lives in, works at, works as, works for, moved here, born in, grew up, i think it, i think we, i prefer, i use, i take, i have two, i have a, ive got a, there is, there are, theres a, difference between, how do i, how do you, how many, how much, how far, how long, what is, whats the, which, where is, when is, who wrote, can you, could you, do you, remind me, tell me, let me, maybe, probably, might, depends, either way, dont mind, guess, same as, normal, planning to, need to, going to the, just got, just finished, just woke, sitting, reading, watching, cooking, cleaning, packing, parking, meeting, appointment, calendar, my name, my number, the code, lives at, is at, is on the, are under, next to, behind me, on the left, on the right, in the loft, in the attic, upstairs, is due, in april, in may, in june, in march, in september, in december, next week, next month, every week, works nights, drives a, sells, is called, are called, engineers, teacher, nurse, plumber, vegetarian, allergic, spelled, pronounced, spell, update, app, tab, tabs, password, locker, socket, plug, stairs, page, opening hours, closes at, opens at, starts at, ends at, lasts, runs from, midnight, noon, more specific, explain, go on, what else, whats a, which is, who is, where do, what do, what does, tips for, a list, on the list, wash my, 4c, low porosity, conditioner, shampoo, sulfate, leave in, gel, how often, is it normal, symptoms of',
} as const;
export type MoodConcept = keyof typeof MOOD_CONCEPTS;

interface Phrase {
  readonly words: readonly string[];
  readonly concept: MoodConcept;
}

/** A concept found in a message: how many words of the clause stand before it, and whether a negator does. */
export interface FoundConcept {
  readonly concept: MoodConcept;
  readonly at: number;
  readonly isNegated: boolean;
  readonly clause: number;
}

const NEGATOR =
  /^(?:not|no|never|nothing|nobody|without|hardly|barely|cannot|(?:do|does|did|is|was|are|were|ai|ca|could|wo|would|should|have|has|had)nt)$/;
const NEGATION_REACH = 3;
const STEM_KEY = 3;
const CONCEPT_PHRASES = indexConcepts();

function indexConcepts(): ReadonlyMap<string, readonly Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const [concept, list] of Object.entries(MOOD_CONCEPTS) as [MoodConcept, string][]) {
    for (const phrase of list.split(', ')) {
      const words = phrase.split(' ');
      const [first = ''] = words;
      // A first word that may go on is found by its first three letters.
      const key = first.endsWith('*') ? `${first.slice(0, STEM_KEY)}*` : first;
      index.set(key, [...(index.get(key) ?? []), { words, concept }]);
    }
  }
  return index;
}

/** The concepts of a cleaned text, in order, each phrase wherever it stands. Linear in the text. */
export function conceptsIn(cleaned: string): FoundConcept[] {
  const clauses = plain(unambiguous(cleaned).replace(/[.!?;,:()\n—–…"]+|\s-+\s/g, ' | ')).split('|');
  return clauses.flatMap((clause, index) => {
    const words = clause.split(/\s+/).filter((word) => word !== '');
    return words.flatMap((word, at) =>
      conceptsAt(words, word, at).map((concept) => ({
        concept,
        at,
        isNegated: words.slice(Math.max(0, at - NEGATION_REACH), at).some((before) => NEGATOR.test(before)),
        clause: index,
      })),
    );
  });
}

function conceptsAt(words: readonly string[], word: string, at: number): MoodConcept[] {
  const candidates = [
    ...(CONCEPT_PHRASES.get(word) ?? []),
    ...(CONCEPT_PHRASES.get(`${word.slice(0, STEM_KEY)}*`) ?? []),
  ];
  return candidates
    .filter((phrase) => phrase.words.every((pattern, offset) => fits(words[at + offset], pattern)))
    .map(({ concept }) => concept);
}

function fits(word: string | undefined, pattern: string): boolean {
  if (word === undefined) return false;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}

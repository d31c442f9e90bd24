/**
 * The moods and the words for them. Valence (-1 … 1) and arousal (0 … 1) place each mood on Russell's circumplex
 * (A Circumplex Model of Affect, 1980); the values are our reading of where everyday use puts the word.
 */
export const MOODS = {
  joyful: { valence: 0.85, arousal: 0.65 },
  excited: { valence: 0.75, arousal: 0.9 },
  proud: { valence: 0.75, arousal: 0.55 },
  grateful: { valence: 0.75, arousal: 0.4 },
  loved: { valence: 0.8, arousal: 0.4 },
  hopeful: { valence: 0.55, arousal: 0.45 },
  relieved: { valence: 0.55, arousal: 0.3 },
  content: { valence: 0.5, arousal: 0.25 },
  calm: { valence: 0.5, arousal: 0.1 },
  amused: { valence: 0.6, arousal: 0.6 },
  confident: { valence: 0.6, arousal: 0.5 },
  energized: { valence: 0.6, arousal: 0.75 },
  surprised: { valence: 0.1, arousal: 0.75 },
  curious: { valence: 0.25, arousal: 0.45 },
  confused: { valence: -0.05, arousal: 0.4 },
  nostalgic: { valence: 0.1, arousal: 0.25 },
  tired: { valence: -0.4, arousal: 0.15 },
  bored: { valence: -0.35, arousal: 0.15 },
  sad: { valence: -0.7, arousal: 0.3 },
  lonely: { valence: -0.65, arousal: 0.25 },
  heartbroken: { valence: -0.9, arousal: 0.5 },
  disappointed: { valence: -0.55, arousal: 0.35 },
  hurt: { valence: -0.7, arousal: 0.5 },
  ashamed: { valence: -0.65, arousal: 0.45 },
  guilty: { valence: -0.6, arousal: 0.45 },
  embarrassed: { valence: -0.5, arousal: 0.55 },
  anxious: { valence: -0.6, arousal: 0.75 },
  nervous: { valence: -0.4, arousal: 0.7 },
  afraid: { valence: -0.7, arousal: 0.8 },
  stressed: { valence: -0.6, arousal: 0.75 },
  overwhelmed: { valence: -0.65, arousal: 0.75 },
  frustrated: { valence: -0.55, arousal: 0.65 },
  angry: { valence: -0.75, arousal: 0.85 },
  jealous: { valence: -0.5, arousal: 0.55 },
  disgusted: { valence: -0.65, arousal: 0.55 },
  numb: { valence: -0.55, arousal: 0.1 },
  hopeless: { valence: -0.85, arousal: 0.25 },
  unwell: { valence: -0.5, arousal: 0.25 },
} as const satisfies Record<string, { readonly valence: number; readonly arousal: number }>;
export type MoodName = keyof typeof MOODS;

/** A list of phrases separated by commas; `*` ends a word that may go on, `_` stands for any one word. */
type Phrases = Readonly<Partial<Record<MoodName, string>>>;

/** Words that name the mood, weight 1. Written as the plain text is: lower case, without apostrophes. */
export const NAMED: Phrases = {
  joyful:
    'love this, love my, love it, love that, sun is out, makes me laugh, the best shes seen, the best hes seen, couldnt have asked for, better day, closed the deal, yesss, yesssss, best i have, heaven, paradise, dream come true, so worth it, worth every, loving it, living my best life, best dinner, best meal, best friend said yes, cloud nine, could get used to this, get used to this, in my happy place, happy place, happy dance, magic, treat, what a treat, spoiled rotten, spoilt rotten, day made, melted my heart, heart is melting, heart melted, heart is so full, made me smile, makes me smile, put a smile, brightened my, happy, happier, happiest, happily, joy, joyful, joyous, delighted, delightful, elated, ecstatic, overjoyed, thrilled, blissful, bliss, jubilant, cheerful, merry, gleeful, glad, euphoric, radiant, beaming, glowing, wonderful, fantastic, amazing, awesome, brilliant, incredible, magical, fabulous, marvelous, marvellous, terrific, superb, glorious, heavenly, loving life, on top of the world, over the moon, on cloud nine, walking on air, on a high, tickled pink, best day, best night, best week, best weekend, best wedding, best trip, best time, best feeling, best thing, best news, made my day, made my week, never been better, never felt better, never been happier, couldnt be better, couldnt be happier, heart full, heart is full, heart so full, full heart, happy tears, happy crying, happy cry, tears of joy, crying happy tears, grinning, cant stop smiling, smiling, all smiles, buzzing with joy, chuffed, stoked, pure joy, so much fun, had a blast, blast, fun, great time, lovely time, great day, good day, lovely day, perfect day, great mood, good mood, great news, good news, best ever, loved it, loved every, loved today, in love with, what a day to be alive, jumping for joy, sunshine in my, life is good, life is great, having the time of my life, yay, yayy, woohoo, woo hoo, hooray, hurray, yippee, wahoo, hallelujah',
  excited:
    'this is it guys, so hyped, hyped for, cant sit still, bouncing, its finally here, finally here, tonight is the night we, flying solo for the first, excited, exciting, thrilling, pumped, hyped, psyched, buzzing, cant wait, cannot wait, counting down, counting the days, looking forward, so ready for, fired up, giddy, eager, exhilarated, exhilarating, bouncing off the walls, butterflies, itching to, raring to go, buzzed, amped, stoked for, on fire, screaming internally, omg omg',
  proud:
    'was the best, first painting, painting sold, sold my, my first, ready, made it to the top, reached the top, got into, just got into, summit, did it all by, proved them wrong, finally able to, learned how to, showed them, stuck with it, stuck to it, kept going, didnt give up, never gave up, held my ground, stood my ground, got through the, ran the whole, first in my family, they picked mine, got picked, chose my, sold out my, my first solo, hit my goal, hit my target, broke my record, won best, won an award, proud, proudly, pride, accomplished, achieved, nailed it, smashed it, crushed it, killed it, killing it, aced, aced it, pulled it off, i did it, we did it, did it, chuffed with myself, impressed with myself, finally did it, personal best, new pb, new pr, milestone, triumphant, victorious, not a single mistake, look at me go, pat on the back',
  grateful:
    'grateful, thankful, gratitude, appreciate, appreciated it, appreciative, blessed, thank you so much, thanks so much, thanks a million, thanks for listening, thanks for being, thanks for yesterday, thanks for everything, thank you for, thanks for the help, i needed that, needed that, means a lot, means the world, meant the world, meant so much, meant a lot, lucky to have, so lucky, feel lucky, feeling lucky, im lucky, i owe you, touched, moved to tears, heartwarming, heartfelt, count my blessings, counting my blessings, dont know what id do without',
  loved:
    'held my, held him for, held her for, supported by, nephew for the first, niece for the first, so glad we, proud of me, believes in me, believed in me, rooting for me, there for me, being there, naming the baby after me, named after me, picked me, chose me, asked me to be, missed me, cares about me, told me he loves, told me she loves, sweetest thing, nicest thing, loved, adored, cherished, cared for, felt seen, feel seen, feeling seen, felt heard, feel heard, feeling heard, felt understood, feel understood, feel safe, felt safe, feel valued, felt valued, feel appreciated, felt appreciated, felt loved, feel loved, in love, falling for, smitten, head over heels, besotted, warm and fuzzy, warm fuzzies, he gets me, she gets me, they get me, loves me, love me, supported, accepted, welcomed, belong, i belong, love him, love her, love them, love you, adore, adores me',
  hopeful:
    'right move, right decision, right thing, the right choice, for the best, silver lining, ready for a, brighter, hopeful, hopefully, optimistic, hope, hoping, promising, encouraged, looking up, light at the end, fingers crossed, turning a corner, turned a corner, fresh start, new beginning, new chapter, better days, getting better, on the mend, things are improving, inspired, inspiring, motivated, determined, believe i can, might just work, might actually work, might work out, finally believe, glimmer',
  relieved:
    'out of pain, no longer in pain, no longer suffering, at rest, apologised, apologized, made up with, cleared the air, feel lighter, felt lighter, lighter than, off the hook, negative and im fine, was negative, came back fine, everything is fine, false alarm, got the all clear, can relax, can finally relax, no more chemo, cancer free, out of the woods, made it in time, worked out in the end, relieved, relief, phew, thank god, thank goodness, thank heavens, weight off, load off, off my shoulders, off my chest, dodged a bullet, finally over, finally done, its over, can breathe again, can finally breathe, breathe easier, sleep easy, all clear, benign, in remission, crisis averted, glad its over, happy its done, happy its over, glad thats done, could have been worse, made it through, got through it, survived',
  content:
    'like myself again, exactly what i needed, quiet morning, zero anxiety, no anxiety, better than expected, right where i, where i am meant, smelled of, smelled like, pancakes, slept in, no alarm, fresh bread, favorite song, favourite song, soaking up, taking it easy, pottering, worth the wait, hits the spot, hit the spot, cant ask for more, could not ask for more, life is simple, little things, fell asleep on my, purring on, content, contented, satisfied, fulfilled, fulfilling, pleased, comfortable, cozy, cosy, snug, pleasant, nice, good, feel good, feeling good, doing well, doing great, doing good, pretty good, not bad, not too bad, not half bad, cant complain, no complaints, all good, better, feeling better, feel better, lovely, sweet, rewarding, at home, settled, balanced, comfy, enjoying, enjoyed, enjoyable, enjoy, a good one, well rested, in a good place, on track, on the right track, happy enough, worth it',
  calm: 'calm, calmer, calming, peaceful, peace, at peace, serene, relaxed, relaxing, tranquil, chilled, chill, chilling, mellow, zen, unwinding, soothing, soothed, at ease, restful, grounded, centered, centred, quiet bliss, finally asleep, finally quiet, peace and quiet, deep breath, breathing easy, unbothered, rested, refreshed, recharged',
  amused:
    'funny, hilarious, laughing, laughed, laugh, laughs, giggling, giggled, cracked up, cracking up, cracks me up, lol, lmao, lmaoo, rofl, lmfao, haha, hahaha, hahahaha, hehe, in stitches, made me laugh, cant stop laughing, cried laughing, crying laughing, dying laughing, dying of laughter, amused, amusing, comedy gold, so silly, tickled',
  confident:
    'but ready, and ready, im ready, ready for it, ready for this, bring it on, let me at it, confident, empowered, strong, brave, unstoppable, capable, self assured, badass, fearless, in control, on my game, on a roll, got this, i got this, ive got this, feeling myself, bold, invincible',
  energized:
    'energized, energised, energetic, full of energy, refreshed, alive, invigorated, wide awake, pumped up, productive, so productive, im on it, revitalized, second wind',
  surprised:
    'plot twist, what just happened, still processing, in shock, jaw dropped, jaw on the floor, pinch me, no way, never thought id, who would have thought, surprised, shocked, stunned, astonished, speechless, gobsmacked, amazed, startled, flabbergasted, mind blown, blown away, out of nowhere, out of the blue, cant believe, couldnt believe, did not expect, didnt expect, never expected, never saw that coming, didnt see that coming, unexpected, unbelievable, plot twist, wow, whoa, omg',
  curious: 'curious, intrigued, fascinated, fascinating, wondering, wonder, interested',
  confused:
    'confused, confusing, baffled, puzzled, unsure, uncertain, torn, conflicted, undecided, lost for words, dont know what i feel, dont know how i feel, dont know how to feel, not sure how i feel, not sure what i feel, cant tell if, mixed up, all over the place, mixed signals, weird, strange, odd, idk how to feel, unsettled',
  nostalgic:
    'used to be like, those days, childhood home, old life, good times, back in the day, like old times, remember when we, nostalgic, nostalgia, reminiscing, reminisce, the good old days, good old days, wistful, memory lane, takes me back, took me back',
  tired:
    'asleep on my feet, dead on my, running on, cant keep my eyes, could sleep for, need a holiday from, yawning, sleep for a week, sleeping badly, bad night, awful night, terrible night, tossed and turned, tossing and turning, three hours sleep, hours sleep, wrecked, pulled an all, tired, exhausted, exhausting, drained, draining, sleepy, worn out, wiped out, wiped, knackered, shattered, fatigued, weary, burnt out, burned out, burnout, running on empty, running on fumes, dead on my feet, feet dead, feet are dead, legs are dead, legs dead, dead tired, beat, pooped, zonked, no energy, low energy, low on energy, out of energy, barely awake, cant keep my eyes open, need sleep, need a nap, need a break, long day, long week, long night, long shift, long one, need coffee, need more coffee, third coffee, fourth coffee, no sleep, barely slept, didnt sleep, couldnt sleep, cant sleep, up all night, sleepless, sleep deprived, jet lagged, jetlagged, running on no sleep, hours of sleep, spent, battery empty, running on caffeine, insomnia',
  bored:
    'bored, boring, boredom, dull, tedious, monotonous, meh, blah, nothing to do, same old, uninspired, unmotivated, restless, stuck in a rut, going through the motions, groundhog day, watching paint dry, stagnant',
  sad: 'how things were, how it was, the way things were, cried at the, dont want to get up, dont want to get out of bed, cant get out of bed, stayed in bed all, want to cry, wanna cry, could cry, cant believe hes gone, cant believe shes gone, doesnt recognise me, doesnt recognize me, recognise me any, recognize me any, not the same without, wont be the same, never be the same, chair at the table, heart hurts, my heart aches, aching heart, ache for, longing, grieve, so much loss, lost him, lost her, loss, rainy day mood, feel heavy, feels heavy, lump in my, hollow inside, breaks me, broke me, nearly broke me, hard without, hard to be here without, hate that hes gone, hate that shes gone, wish he was here, wish she was here, wish you were here, wish dad, wish mum, wish mom, goodbye is hard, hate goodbyes, sad, sadder, sadness, sadly, unhappy, down, feeling down, blue, feeling blue, low, feeling low, gloomy, miserable, depressed, depressing, crying, cried, cry, tears, tearful, teary, weepy, sobbing, sobbed, upset, upsetting, sorrow, grief, grieving, mourning, melancholy, gutted to, down in the dumps, heavy heart, heavyhearted, lump in my throat, not okay, not ok, not alright, not doing well, not doing great, not myself, rough, rough day, rough week, bad day, bad week, terrible day, awful day, worst day, worst week, hard day, hard week, tough day, tough week, feel awful, felt awful, feel terrible, feel like crap, feel like shit, feel bad, feeling bad, feels bad, feel rubbish, feel horrible, in pieces, falling apart, blue today, dont feel like myself, miss him, miss her, miss them, miss you, missing him, missing her, missing my, miss my, i miss, miss home, homesick, misery, in a dark place, hurts so much, tragic, bad news, terrible news, crap day, horrible day, shit day, shitty day, crappy day, hardest day, hardest part',
  lonely:
    'silence at home, silence is, too quiet here, quiet house, except me, but me, without me, everyone but me, invited except, not invited, no one invited me, didnt invite me, sat alone, sitting alone, eat alone, nobody noticed, no one noticed, no one asked how, nobody asked how, talking to the walls, empty chair, no plans again, no one around, nobody around, read my message, seen my message, left on seen, three days ago and nothing, still no reply, one sided, always the one who texts, always me who, lonely, lonesome, alone, all alone, isolated, left out, excluded, abandoned, no friends, no one to talk to, nobody to talk to, no one to, nobody to, forgotten, invisible, unwanted, ignored, by myself again, on my own again, so quiet since, so quiet without, too quiet, empty house, house feels empty, house is empty, bed feels empty, feels empty without, no one remembered, nobody remembered, nobody came, no one came, nobody called, no one texted, nobody texted, no one called, outsider, dont fit in, dont belong, ghosted me, got ghosted, been ghosted, everyone has plans, everyone else has, third wheel',
  heartbroken:
    'heartbroken, heartbreak, heartbreaking, heart is broken, broke my heart, breaks my heart, breaking my heart, heart broken, devastated, devastating, crushed, shattered my heart, gutted, broke up with me, dumped me, left me, cheated on me, wants a divorce, we broke up, torn apart, world fell apart, inconsolable, soul crushing',
  disappointed:
    'bombed, bombed my, nobody showed up, no one showed up, nobody showed, no one showed, cant do anything right, cant seem to do anything, lost my bag, missed out on, getting married to someone, instead of me, over me again, gave it to, let me down, lets me down, didnt happen, not what i hoped, not what i expected, wasnt what i, fell flat, was hoping, guess not, so much for, all that work for, thought i had it, thought it was going, back to square one, got nowhere, came last, last place, lost in the last, last minute loss, at the last minute, at the last second, think i failed, probably failed, flopped, disappointed, disappointing, disappointment, let down, bummed, bummer, discouraged, disheartened, letdown, underwhelmed, underwhelming, dismayed, deflated, dejected, defeated, expected more, hoped for more, was hoping for, hopes up, such a shame, what a shame, missed out, was looking forward, was so looking forward, were looking forward, was really looking forward, failed, fail, failing, failure, flunked, rejected, rejection, didnt get it, didnt get the, not good enough, fell through, for nothing, didnt make the, didnt make it, didnt work out, unfortunately, not great, not good, not the best, could be better, been better, ive been better, seen better days, underwhelm, blew it, i blew it, messed it up, lost the',
  hurt: 'doesnt love me, does not love me, dont love me, fell out of love, stopped loving, forgot our anniversary, forgot our, forgot about me, picked someone else, didnt even ask, didnt even notice, didnt even say, didnt even text, never even, he laughed when, she laughed when, used me, threw it in my face, made me feel small, made me feel stupid, made me feel like, treats me like, treated me like, dumped, got dumped, dumped me, hurt, hurts, hurtful, wounded, betrayed, betrayal, backstabbed, stabbed in the back, used me, lied to me, lied, taken for granted, unappreciated, disrespected, offended, stung, insulted, humiliating, made fun of, picked on, took it personally, cut deep, slap in the face, kick in the teeth, behind my back',
  ashamed:
    'how i look in, hate how i look, hate my face, cant do anything right, useless at, ashamed, shame, worthless, inadequate, not enough, insecure, insecurity, fraud, imposter, impostor, imposter syndrome, impostor syndrome, hate myself, hate my body, feel stupid, felt stupid, feel like an idiot, so stupid, such an idiot, feel like a failure, feel useless, useless, pathetic, ugly, feel dumb, self conscious, let everyone down, let them down, let myself down, disappointment to, like a fraud, dont deserve',
  guilty:
    'shouldnt have said, shouldnt have done, shouldnt have, should have said, wish i had said, wish id said, wish id been, wish i had been, i hurt her, i hurt him, i let her down, i let him down, i ruined, my fault, bad mother, bad mum, bad mom, bad dad, bad friend, bad daughter, bad son, terrible mother, terrible friend, guilty, guilt, remorse, remorseful, regret, regretting, regretful, my fault, should have been there, shouldnt have said, shouldnt have, i yelled at, i snapped at, i shouted at, lost my temper, snapped at my, feel bad about, feel bad for, feel awful about, feel terrible about, wish i hadnt, wish i could take it back, blame myself, kicking myself',
  embarrassed:
    'embarrassed, embarrassing, mortified, mortifying, humiliated, cringe, cringing, cringed, awkward, so awkward, want to hide, crawl into a hole, crawl in a hole, wanted the ground to, made a fool, fool of myself, red faced, face palm, facepalm, blushing, want to disappear',
  anxious:
    'in knots, knots in my, on tenterhooks, pacing, keep replaying, replaying what, replaying it, cant focus, cant concentrate, what will they, hope nothing, prepare ourselves, brace ourselves, bracing, bracing for, holding my breath, waiting for the other shoe, walking on eggshells, something bad is going, what if they, what if he, what if she, heart pounding, sick with worry, worried sick, butterflies but bad, chest tight, came back positive, read into it, reading into, anxious, anxiety, worried, worry, worrying, worries, uneasy, dread, dreading, panicking, panicked, panic, panicky, on edge, tense, apprehensive, restless mind, overthinking, spiraling, spiralling, cant stop thinking, racing thoughts, thoughts racing, mind racing, pit in my stomach, knot in my stomach, stomach in knots, what if, freaking out, freaked out, catastrophizing, paranoid, doom, waiting for results, waiting for the results, test results, biopsy, jittery, antsy, heart racing, unease, losing sleep',
  nervous:
    'nervous, nerves, jitters, butterflies in my stomach, scared but, might throw up, might puke, might be sick, going to throw up, gonna throw up, sweating, sweaty palms, shaking, trembling, hands shaking, intimidated, intimidating, daunted, daunting, stage fright, cold feet, biting my nails, nail biting, here goes nothing, wish me luck, big day tomorrow, fingers and toes crossed, out of my depth, out of my comfort zone, terrified i, hope i dont mess, hope i dont screw',
  afraid:
    'afraid, scared, scary, frightened, frightening, terrified, terrifying, fear, fearful, petrified, horrified, creeped out, spooked, nightmare, nightmares, scared to death, scared stiff, fearing, scares me, terrifies me, scared of, unsafe, threatened',
  stressed:
    'due at once, everything is due, everything is in boxes, living out of boxes, racing against, against the clock, out of time, running out of time, no time for anything, pulled in every direction, pulled in all directions, stretched, mortgage, up to my eyeballs, up to my neck, on fire at work, fires to put out, putting out fires, end of the month, payday is, juggling, stressed, stress, stressful, stressing, pressure, under pressure, tension, frazzled, strained, hectic, chaotic, crazy busy, swamped, slammed, snowed under, up against it, deadline, deadlines, crunch time, crunch, high strung, at my wits end, wits end, pulling my hair out, tearing my hair out, stretched thin, spread thin, burning the candle, no time to, rushed off my feet, money is tight, over budget, cant afford, broke until, in debt, bills, overdue, behind on rent',
  overwhelmed:
    'overwhelmed, overwhelming, drowning, too much, cant cope, cant keep up, sinking, buried in, buried under, in over my head, behind on everything, so behind, falling behind, fallen behind, snowballing, one thing after another, everything at once, all at once, never ending, neverending, never ends, breaking point, losing it, losing my mind, head is spinning, heads spinning, head is a mess, heads a mess, heads a, head is a, brain is fried, brain is mush, brain fried, brain is soup, brain fog, cant think straight, cant think, a million things, hundred things, plates spinning, spinning plates, about to break, cant handle, too many, barely holding on, hanging by a thread, barely keeping, barely coping, falling to pieces, where do i even start, dont know where to start, treading water, head above water, cant catch a break',
  frustrated:
    'been hell, hell, is hell, not in the mood, hate the, hate my, hate how, hate that, cant stand, unbearable, killing me, power cut, yay another, cant focus with, is the worst, are the worst, the worst, done being, the only one who, why do i even, always me who has, every single time, every damn, seriously again, waste of my, wasted my, how hard can it be, nobody listens, no one listens, no one ever, nobody ever, what is wrong with people, bane, over this, done with this, ready to throw, want to throw my, losing patience, lost patience, out of patience, at my limit, so tired of, so sick of, sick and tired, broken again, again ugh, of all days, of all the days, last straw, frustrated, frustrating, frustration, annoyed, annoying, annoys, irritated, irritating, irritable, fed up, sick of, tired of, had enough, had it with, ugh, argh, grr, grrr, gah, sigh, aggravated, aggravating, agitated, exasperated, exasperating, getting on my nerves, on my nerves, on my last nerve, driving me crazy, driving me mad, driving me insane, driving me nuts, driving me up the wall, up the wall, does my head in, doing my head in, done with, over it, so over, could scream, want to scream, wanna scream, going to scream, bane of my, ridiculous, pointless, waste of time, wasted, stuck, going nowhere, nothing works, keeps crashing, keeps breaking, not working, doesnt work, wont work, wont start, wont load, grumpy, cranky, moody, in a mood, bad mood, foul mood, hate this, hate it, hate when, hate my job, hate mondays, hate traffic, unfair, not fair, isnt fair, so unfair, disorganized, useless meeting, kill me now, shoot me, not happy, why me, typical, just my luck, seriously, of course it, sucks, this sucks, suck, crap, damn, dammit, damnit, ffs, wtf, smh, bullshit, bs, what a joke, a joke, nightmare of a, pain in the, gave up, give up, giving up, impatient, not impressed, not amused, not thrilled, could have done without, last thing i need, last thing i needed',
  angry:
    'angry, anger, mad, furious, livid, enraged, raging, rage, outraged, pissed, pissed off, hate him, hate her, hate them, hate you, hate people, fuming, seething, irate, infuriated, infuriating, infuriates, boiling, blood boil, blood is boiling, seeing red, hit the roof, lost it, bitter, resentful, resent, how dare, hostile, want to punch, wanna punch, could punch, could slap, could kill him, could kill her, disgraceful, screw them, screw him, screw her, screw this, fuck this, fuck him, fuck them, fuck her, fuck off, stole my, steals my, took credit, takes credit, asshole, bastard, jerk, idiots, yelled at me, screamed at me, shouted at me, unacceptable, appalling, cheated',
  jealous:
    'my ex is, ex is getting, ex is engaged, ex got, jealous, jealousy, envious, envy, why not me, wish i had, wish that was me, everyone else is, must be nice, green with envy, fomo',
  disgusted:
    'disgusted, disgusting, gross, grossed out, revolting, revolted, nauseating, repulsed, repulsive, yuck, ew, eww, ewww, icky, vile, nasty, sickening, makes me sick, foul, rank, filthy, creepy, cockroach*, maggots, rats, a rat, mold everywhere, mould everywhere, puke everywhere, vomit everywhere',
  numb: 'numb, empty, hollow, dead inside, detached, disconnected, feel nothing, felt nothing, dont feel anything, indifferent, apathetic, blank, on autopilot, zoned out, flat, checked out, cant feel anything, shell of myself',
  hopeless:
    'everything feels pointless, everything is pointless, feels pointless, it all feels pointless, hopeless, despair, despairing, desperate, no hope, helpless, powerless, no point, whats the point, trapped, no way out, cant go on, cant do this anymore, cant take it anymore, cant take this anymore, lost all hope, doomed, want to die, no future, nothing matters, nothing helps, never get better, never gets better, rock bottom, burden, hate my life, cant anymore, i just cant',
  unwell:
    'sick, ill, unwell, nauseous, nausea, headache, migraine, fever, feverish, flu, poorly, under the weather, in pain, aching, aches, achy, sore throat, cramps, hungover, hangover, dizzy, throwing up, puking, food poisoning, stuffy, coughing, stomach ache, sore, back pain, toothache, covid, got a cold, throat hurts, head hurts, everything hurts, back hurts, flare up, chronic pain',
};

/** Turning points, weight 0.85: they speak for themselves even beside a feeling that is named. */
export const MILESTONES: Phrases = {
  proud:
    'got the house, got the flat, got the keys, got the apartment, finally moved in, promotion, promoted, got the job, got in, i got in, got accepted, accepted into, passed, passed my, graduated, graduation, first place, gold medal, published, got the offer, debt free, first sale, marathon, finished my, finally finished, ran 5k, without stopping, hired me',
  joyful: 'engaged, she said yes, he said yes, got married, baby is here, baby was born, we won, i won',
  sad: 'died, passed away, funeral, miscarriage, lost the baby, put to sleep, diagnosed, hospice, terminal, divorce, broke up, breakup, stroke, dementia',
  stressed: 'laid off, fired, lost my job, got fired, evicted, eviction',
  disappointed: 'turned me down, passed me over, passed over, one mark, lost again',
  hurt: 'laughed at me, blocked me, forgot me',
};

/** Happenings that leave a mood unsaid, weight 0.6. */
export const HINTED: Phrases = {
  joyful:
    'getting married, newborn, weekend finally, its friday, finally friday, holiday starts, on holiday, first snow, birthday dancing, danced, danced all, sang, celebrated, celebrating, celebration, reunited, together again, best friend visiting, puppy, kitten, adopted a, sunny day, beach day, snow day, sunset, delicious, perfect, beautiful, gorgeous, great, won, wins, favorite, favourite, congratulations, congrats, great film, great movie, cheers to, remembered my birthday, surprise surprised me with, flowers, hugged me, gave me a hug, first steps, first word, said mama, said dada, purring, everyone clapped, standing ovation',
  excited:
    'first day at, first date, moving in together, moving to, concert tonight, booked flights, booked the, booked our, road trip, new puppy, new job, new house, starting my, start my new, interview for my dream, dream job, tomorrow is the day, going to be a dad, going to be a mum, going to be a mom, going to be an aunt, pregnant, opening night, me me, finally happening, its happening, bucket list, lets go, lets goo, letsgo',
  proud:
    'i straight as, top of the class, finished the, finished it, completed, ran a, ran my first, scored, won the, offer letter, sold my first, paid off, sober, days sober, clean for, months sober, years sober, days clean, smoke free, quit smoking, spoke up, stood up for myself, learned to, learnt to, first time ever, all by myself, on my own for the first, my first ever, standing ovation, everyone loved it, they loved it, got an a, top marks, full marks, new record, high score, beat my, deadlifted, lost 10, finally fixed, fixed it myself, built my, baked my first, cooked for',
  grateful:
    'thanks, thank you, thx, kind of you, so kind, so thoughtful, helped me, was there for me, stayed with me, stranger helped, brought me, checked on me, checked in on me, had my back, kindness, came through for me, cooked for me, made me soup, drove all the way',
  loved:
    'cuddles, cuddling, cuddle, held my hand, kissed, date night, family dinner, best friends, old friends, hug, hugs, snuggling, snuggles, said i love you',
  hopeful:
    'things might, maybe this time, this time for sure, second chance, new therapist, starting therapy, got an interview, call back, callback, new treatment, starting over, starting fresh, new year, working on it, one step at a time, day by day, for once, slowly but surely, baby steps',
  relieved:
    'finally, made it home, home from the hospital, out of hospital, out of the hospital, home from hospital, results came back, came back clear, came back negative, not cancer, she is okay, hes okay, shes okay, they are okay, found my, found it, exam is over, exams are over, last exam, found our, home safe, finally slept, slept through, finally paid, sorted, its done, turned out fine, ended up fine, sold the house, found the keys, got an extension, got it back',
  content:
    'tea and a book, movie night, lazy sunday, slow morning, quiet evening, coffee and, gardening, baked, nap, pajamas, pyjamas, blanket, warm bath, hot bath, bubble bath, hot chocolate, good book, good food, home cooked, comfort food, fresh sheets, clean sheets, long walk, nice walk, went well, went _ well, went _ fine, went _ good, going well, worked out, turned out well, slept well, slept great, had a good, nothing special but, quiet day',
  calm: 'meditation, meditated, yoga, by the lake, by the sea, sound of the, rain on the, silence, stillness, early morning quiet, stargazing, campfire',
  amused: 'prank, comedy, dad silly, goofy, ridiculous in the best, cant make this up, you cant make',
  tired:
    'double shift, night shift, overtime, back to back, newborn wont sleep, baby wont sleep, teething, up at 4, up since, awake since, 12 hour, 14 hour, four hours, three hours, two hours, worked all, working all, all nighter, non stop, nonstop, no days off, third night',
  bored:
    'another meeting, waiting room, nothing happens, every day is the same, same thing every, staring at the, scrolling',
  sad: 'nothing more to be done, nothing more they can do, nothing they can do, nothing else they can do, put down, put him down, put her down, last day with, saying buried, lost my, lost our, anniversary of, first christmas without, first birthday without, without him, without her, without them, without mum, without mom, without dad, cancer, diagnosis, separated, separating, custody, break up, moving away, moved away, leaving home, end of an era, last time, still set the table, his chair, her chair, old photos, rainy, grey outside, gray outside, cant stop crying, in in the icu, surgery, getting worse, doesnt recognize me, doesnt remember me, doesnt recognise me, to leave, gone forever, he left, she left, they left, i had to leave, had to say, not coming back, isnt coming back, empty nest, dropped her off at college, dropped him off at college, sold my childhood',
  lonely:
    'moved out, eating alone, ate alone, dinner alone, dinner for one, table for one, alone again, spent the weekend alone, spent my birthday, birthday alone, christmas alone, new city, new town, dont know anyone, know nobody, everyone left, friends are busy, friends all, havent spoken to, havent talked to anyone, nobody asked, no one asked, no reply, left me on read, left on read, hasnt texted, hasnt replied, hasnt called, seen but no, unread, cancelled on me, canceled on me, bailed on me, stood me up, forgot my birthday, didnt invite me, wasnt invited, without inviting me, without me, drifted apart, grown apart, phone hasnt, the only one who',
  disappointed:
    'cancelled, canceled, postponed, rained out, sold out, delayed, not selected, second place, runner up, so close, almost had, missed the, missed my, didnt win, we lost, they lost, lost in the, turned down, said no, no call back, no response, nobody bought, burnt the, burned the, ruined, spoiled, broken, came out wrong, flopped, by by one point, off by one, wrong size, out of stock, no luck, overcooked, ghosted, last minute, forgot about, forgot our, no show, no raise, skipped over',
  hurt: 'talking about me, called me, told everyone, said i was, mean to me, rude to me, was rude, chose her over, chose him over, picked her over, picked him over, replaced me, comparing me, compares me, criticized, criticised, criticizes, told me im, told me i was, silent treatment, slammed the door, hung up on me, unfriended me, never listens, wont listen, doesnt listen, doesnt care, dont care about me',
  ashamed:
    'relapsed, messed up, screwed up, cant even, ate the whole, binged, drunk texted, made a mistake, mirror, weight gain, gained weight, behind everyone, everyone else has it, faking it, find out im, found out im, in front of everyone, front of the whole',
  guilty:
    'forgot to call, forgot her birthday, forgot his birthday, missed his, missed her, missed their, i lied, broke my promise, said something mean, said awful things, yelled at, shouted at, snapped at, didnt call back, should have called, should have',
  anxious:
    'results tomorrow, waiting to hear, waiting on results, havent heard back, havent heard from, not answering, layoffs, redundancy, restructuring, might lose, could lose, rent is due, rent due, hospital called, scan tomorrow, doctor wants, doctor called, they found, a lump, blood tests, tests again, we need to talk, need to talk, court, hearing, audit, keep checking, 3am, 3 am, 4am, 4 am, 2am, 2 am, checking the locks, cant relax, cant switch off, cant stop checking, something is wrong, what happens if, dont know if i can, dont know if we can, dont know if i will, dont know if ill, dont know if hell, dont know if shell, running out of money, what will happen, not sure if we, not sure if i',
  nervous:
    'interview tomorrow, interview today, exam tomorrow, test tomorrow, presentation tomorrow, presentation today, speech tomorrow, surgery tomorrow, first day, audition, driving test, wedding tomorrow, meeting his parents, meeting her parents, meet the parents, performance review, big meeting, have to manage, have to speak, have to tell, have to give, going on stage, first time flying, flying tomorrow, hope they like, what if i, hope it goes',
  afraid:
    'noise downstairs, someone outside, following me, followed me home, lightning, earthquake, turbulence, lost in the dark, break in, broke in, broken into, spider, snake, big dog, car accident, crash, almost hit, nearly hit',
  stressed:
    'due tomorrow, due tonight, due today, exams, thesis, tax return, landlord, unpaid, overdraft, rent went up, rent is up, boss wants, boss is, juggling, two jobs, understaffed, short staffed, shouting all day, kids screaming, kids fighting, running late, running behind, car broke down, boiler broke, washing machine broke, leak, flooded, flood, got let go, unemployed, in laws, moving house, hospital bills, vet bill, repair bill, fines, parking ticket',
  overwhelmed:
    'everything on me, all on me, on my plate, by myself with, no help, no one helps, nobody helps, single mum, single mom, single dad, caring for my, taking care of everyone, everyone needs, everyone wants, five things, ten things, so much to do, so many things, so many emails, so many deadlines, so many bills, so many problems, so many errands, so many chores, so many tasks, so many demands, no time, havent stopped, havent sat down, havent had a minute',
  frustrated:
    'traffic, stuck in traffic, on hold, queue, line was, late again, again and again, always late, third time this, fourth time this, wifi, printer, neighbours, neighbors, noisy, construction, slow internet, update broke, crashed, deleted my, lost my work, lost all my, spilled, spilt, dropped my phone, cracked my, missed the bus, missed my bus, missed my train, missed the train, flat tire, flat tyre, locked out, double booked, overcharged, charged me twice, wrong order, lost my keys, lost my wallet, ignored my, doesnt answer, never answers, wont answer, nobody does, no one does, always me, has to be me, another meeting, another bill, another email, another delay, micromanag*, keeps interrupting, interrupted, changed their mind, changed the deadline, snoring, loud music, barking, never cleans, dishes in the sink, left a mess, mess again, refuses to, refused to, rude, argued, arguing, argument, fight with, fought, fighting, had a fight, big fight, rain again, raining again, out of milk, burnt toast, stubbed my toe, monday again, monday morning',
  angry:
    'cut me off, cut in line, keyed my car, scammed, ripped off, stolen, robbed, liar, lied about, cheating on, cheating, blamed me, blames me, accused me, threw me under, under the bus, talks over me, my idea, without asking, went through my, read my diary, sexist, racist, sexist comment, laughed in my face',
  jealous:
    'her new boyfriend, his new girlfriend, with his ex, with her ex, everyone is getting, all my friends are, already moved on, moved on already',
  disgusted:
    'rat, mouse in, mice in, roach, roaches, mold, mould, bugs in, bed bugs, stinks, smells like, toilet overflow*, hair in my food, sewage, dead mouse',
  unwell:
    'sprained, broke my arm, broke my leg, fractured, cast on, allergies, sneezing, stomach bug, cant keep anything down, physio, injury, injured, pulled a muscle',
};

/** Emoji and emoticons. */
export const EMOJI: Phrases = {
  joyful: '😀 😃 😄 😁 😊 🙂 😺 🥳 🎉 🎊 🌞 ☀️ 🌈 💃 🕺 🤩 😇 🙌 ✨ 🎈 🥂 🍾 :) :-) =) :d :-d xd ^^ ^_^ (: :] c:',
  excited: '🤗 🚀 🔥 ⚡ 🎢 🤸',
  proud: '💪 🏆 🥇 😎 🎓 🏅 👑 😌',
  grateful: '🙏 🫶 💐',
  loved: '❤️ ❤ 🧡 💛 💚 💙 💜 🖤 🤍 🤎 💕 💖 💗 💓 💞 💘 💝 😍 🥰 😘 😻 😚 ❣️ <3',
  hopeful: '🤞 🌱 🌅 🍀',
  calm: '😌 🧘 🍃 🕊️ ☕',
  content: '☺️ 😋 👍 👌 🙃',
  amused: '😂 🤣 😆 😹 💀 😜 😝 😛 🤪 :p :-p ;) 😉 😏',
  surprised: '😮 😯 😲 🤯 😳 🫢 :o :-o',
  curious: '🤔 🧐',
  confused: '😕 🤷 😵‍💫 🫤 :/ :-/ :\\ 🤨',
  tired: '😴 🥱 😪 😩 😫 🛌 💤',
  bored: '😐 😑 🙄 😒',
  sad: "😢 😭 😞 😔 ☹️ 🙁 🥺 😿 😥 🥲 :( :-( =( :c ;( :'( 😟",
  heartbroken: '💔 ❤️‍🩹',
  lonely: '🏚️ 🫥',
  ashamed: '🤦 🫣 🙈',
  anxious: '😰 😨 😟 😬',
  nervous: '😅 😓 🫠',
  afraid: '😱 👻 🙀 😧 😦',
  frustrated: '😤 😖 😣 🤬',
  angry: '😠 😡 👿 🖕 💢 >:( 😾',
  disgusted: '🤢 🤮 🪳',
  unwell: '🤒 🤕 🤧 😷',
};

/** Greetings, songs and set phrases whose words look like moods and are none. Blanked before reading. */
export const NOT_MOODS: readonly RegExp[] = [
  /\b(?:happy (?:birthday|new year|holidays?|easter|christmas|halloween|thanksgiving|anniversary|diwali|hanukkah|monday|friday|hour|to help|with the (?:size|colou?r))|merry christmas|good (?:morning|night|evening|afternoon|day to|luck|bye|question|point|idea|to know|thing|enough|at|with|for (?:you|dry|my|the|curly))|nice (?:to meet|talking|chatting|try)|great question|well done you|have a (?:nice|good|great|lovely)|hope you(?:re| are| have| had|r)?(?: \w+){0,4}|how are you|whats up|sorry to (?:bother|hear)|excuse me|no worries|fear of missing out|mad max|inside out|pretty (?:much|sure)|calm down|chill out please|sick beat|dead ?line extension granted|stress ball|stress ?test|blue (?:cheese|shirt|jeans|car|dress|sky|tooth|whale)|feeling the music|low (?:porosity|fat|carb|key|battery)|down (?:the|to|for|under|on|at|town|stairs|load|time|votes?)|lost (?:in translation|city)|break ?down of|rage quit|great[ -]?(?:grand\w+|britain|dane|aunt|uncle)|good (?:conditioner|shampoo|product|recipe|book to|place to|time to|way to)|is it (?:good|bad|nice|normal)|best (?:way|place|time to|product|shampoo|conditioner|recipe|price|buy|friend|man|seller|practice|option|before)|fun fact|hot mess|rest in|like to|would like|best thing to|(?:eye|hearing) test|late (?:wife|husband|mother|father|mum|mom|dad|grand\w+|aunt|uncle|brother|sister)|low light|bad hair day products|feel free|better than|better to|should i|what should|which is better|get better at|hurt(?:s)? to ask|can you|could you|do you (?:like|love|enjoy|hate|feel)|are you (?:happy|sad|lonely|tired|angry|ok|okay|feeling|bored|excited))\b/g,
];

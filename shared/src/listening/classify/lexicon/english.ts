import type { WordList } from "./wordList.ts";

/** English words by how they feel, −4 to 4, written for this project; a word stands for its whole family (love, loved, loving). */
export const ENGLISH: WordList = {
  feelings: {
    "4": `ecstatic`,
    "3": `love adore amazing awesome excellent fantastic wonderful perfect brilliant superb outstanding magnificent incredible
    delighted thrilled masterpiece loving adorable beautiful gorgeous best fabulous phenomenal flawless terrific marvelous
    stunning extraordinary joy bliss happiest heaven exceptional`,
    "2": `good great happy nice glad enjoy fun funny cool awesome win winner winning won success successful thank thanks thx congrats congratulations
    bravo kudos proud pleased pleasure impressed impressive helpful friendly kind sweet cute lovely charming excited exciting
    smile laugh hug celebrate celebration recommend reliable gift bless blessed grateful appreciate hope hopeful lucky
    favorite favourite better smart elegant comfortable delicious tasty peace peaceful hero inspired inspiring talented
    cheerful victory triumph freedom praise admire honor honour pretty sunny cheer yay yum wow legend genius hilarious positive
    superior valuable strong safe rich fresh bright remarkable creative vibrant delight warm paradise romantic sexy handsome
    improve improved excellent solid durable sturdy sharp crisp`,
    "1": `ok okay fine easy useful interesting works clean clear fast quick affordable cheap fair ready welcome support care agree
    please like liked calm true trust well worth yes accurate simple fit ease share forward interested compact lol haha hahaha
    want wish energy green solution help protect save benefit gain grow health healthy party weekend holiday music dance
    confident honest intelligent famous popular special real sure free relax dream light smooth convenient handy quality`,
    "-1": `no problem issue difficult hard slow expensive late delay miss missing lack cheap small weak noisy loud tired bored unsure
    doubt cold wait odd weird strange confusing confused stop cut leave lonely alone cost debt tax blame fake complicated heavy
    unfortunately sorry risk pressure oppose against limit concern concerned worry worried warning ban banned lose limited
    uncomfortable awkward messy minor dull bland flimsy average mediocre strike refuse deny protest critic criticism
    controversial loss old return returned stiff cramp shortage demand`,
    "-2": `bad sad poor wrong angry upset hurt pain fail failed failure broke broken disappoint disappointed disappointing annoy annoying
    annoyed frustrate frustrated frustrating useless boring ugly dirty stupid dumb fool foolish lie lied liar lies cheat stolen
    steal crash error bug crap suck sucks damn hell mess trouble cry crying tears sick ill sickness fear afraid scared scary
    threat threaten attack fight crisis danger dangerous damage destroy illegal guilty shame ashamed unhappy lost losing loser
    ridiculous rude ignore ignored reject rejected lame fire fired arrested jail prison crime criminal corrupt corruption
    problematic weakness collapse defect defective junk cancel cancelled complain complaint regret depressed depressing
    pathetic hopeless wasted waste mad nasty gross flaw flawed drop worse unfair unacceptable tragic accident victim suffer
    suffering poison pollution toxic disease flood drought panic alarm hypocrisy hypocrite insult arrogant ignorant desperate
    scandal miserable mistake insane crazy noise overpriced leak stink smell dead fails dying injured missed bloody idiotic
    greed greedy bully abuse abused racism sexist bias biased violate violation fraud scam lied propaganda exploit`,
    "-3": `hate hated terrible horrible awful worst disgusting dreadful horrific disaster catastrophe nightmare kill killed killing
    murder war terror terrorist terrorism death die evil racist rape cruel torture genocide idiot moron bastard bitch fuck fucking fucked
    fuckin shit shitty bullshit ass asshole wtf appalling disgrace disgraceful atrocious abysmal vile garbage trash rubbish
    devastating bomb massacre hatred violence violent slaughter despicable outrage outrageous scum nazi isis suicide cancer
    agony unbearable tragedy worthless piss pissed furious damned pathetic`,
  },
  negations:
    "not no never none nobody nothing neither nor cannot cant dont doesnt didnt isnt wasnt wont without hardly barely t aint",
  stronger:
    "very really so extremely absolutely totally completely too incredibly super highly especially such fucking damn most truly utterly",
  weaker: "somewhat slightly bit kinda almost barely little less fairly partly sort kind",
};

import type { Turn } from "./turn.ts";

const FAULT = `(?:real |major |big |serious |single |minor |other |technical |particular |further )*(?:problems?|issues?|troubles?|bugs?|errors?|crash(?:es)?|glitch(?:es)?|complaints?|difficult(?:y|ies)|faults?|hassles?|hiccups?|regrets?|delays?|failures?|flaws?|defects?|drawbacks?|downsides?|disappointments?|lags?|worries|concerns?|outages?)`;
const AT_ALL = `(?: at all| whatsoever| so far| to report)?`;
/** Wished for, or what can't be without: "I want an app without bugs", "it never opens without an error". */
const WISHED = `want|wants|wish|hope|hopefully|would|should|need|needs|please|if|when|why|until|once|expect|promised?|must`;
const UNABLE = `can t|cannot|can not|cant|couldn t|could not|won t|impossible|unable|never|not|don t|doesn t|didn t|isn t|hard|barely`;
/** "No issue was ever fixed", "no error message": the fault is there. */
const UNMENDED = `(?:(?:is|are|was|were|has|have|been|ever|being|gets?|got) ){0,4}(?:solved|solving|fixed|fix|fixes|fixing|resolved|resolution|addressed|answered|handled|heard|acknowledged|messages?|codes?|reports?|reporting|tracker|log|logs|please|with my|with our)`;
const UNTIL = `until|till|til|before|prior`;
/** For how long, and since which change, which would be read as what broke it. */
const SINCE = `(?: (?:since|after|in|for|over) (?:~ ){0,3}(?:years?|months?|weeks?|days?|updates?|upgrade|version|start|beginning|purchase))?`;
const NOT = `(?:never|not|haven t|havent|hasn t|hasnt|hadn t|didn t|didnt|don t|dont|doesn t|doesnt)`;

/** Turns of English. */
export const ENGLISH: readonly Turn[] = [
  {
    phrase: `(?:no|zero|0) ${FAULT}${AT_ALL}(?: (?:or|and|no) (?:no )?${FAULT})*${AT_ALL}${SINCE}`,
    notAfter: WISHED,
    notBefore: UNMENDED,
    notBeforeAny: UNTIL,
    says: "all very good",
  },
  {
    phrase: `(?:without|free of) (?:any |an? |the slightest |many )?${FAULT}(?: (?:or|and) ${FAULT})*${AT_ALL}`,
    notAfter: `${WISHED}|${UNABLE}`,
    notBefore: UNMENDED,
    notBeforeAny: UNTIL,
    says: "very well",
  },
  {
    phrase: `${NOT} (?:(?:once|yet|ever|really|actually|even|personally) )?(?:(?:had|have|has|encountered|experienced|experience|seen|see|met|found|find|noticed|notice|faced|had to report) )?(?:any|an?|one|a single|the slightest|many|much|too many) ${FAULT}${AT_ALL}${SINCE}`,
    notAfter: WISHED.replace("|once", ""),
    notBefore: `${UNMENDED}|with`,
    notBeforeAny: UNTIL,
    says: "all very good",
  },
  {
    phrase: `${NOT} (?:(?:once|yet|ever|really|actually|even|personally) )?(?:had|encountered|experienced) (?:any|an?|one|a single|the slightest|many|much|too many) ${FAULT}${AT_ALL} with`,
    notAfter: WISHED.replace("|once", ""),
    notBeforeAny: UNTIL,
    says: "all very good with",
  },
  {
    phrase: `(?:(?:i|we) (?:do not|don t|dont)|(?<!do )not|never|won t|wont|wasn t|wasnt|isn t|weren t|aren t|didn t|didnt|doesn t|doesnt|hasn t|haven t|couldn t) (?:(?:be|been|at all|ever|once|yet|in the least|a bit|feel|get) ){0,3}(?:disappointed|disappoints?|disappointing|regret(?: it)?|regretted(?: it)?|let (?:me|us|you) down)`,
    notAfter: `please|if|hope|so as|to|why`,
    says: "really delighted",
  },
  {
    phrase: `(?:can t|cant|cannot|can not|couldn t|couldnt|could not) (?:(?:really|honestly|possibly|even|ever) )?(?:complain|fault)(?: about| it| them)?`,
    notAfter: "why|if|so|that",
    notBefore: "to |anywhere|online|because|directly",
    says: "really delighted",
  },
  {
    phrase: `(?:can t|cant|cannot|can not|couldn t|couldnt|could not) (?:(?:really|honestly|possibly) )?(?:be|have been|go|have gone|ask for|have asked for|hope for|have hoped for|wish for|have wished for|get any) (?:(?:a|an|any|anything) )?(?:better|happier|nicer|easier|smoother|kinder|friendlier|more (?:pleased|happy|satisfied|helpful|delighted|impressed|grateful|perfect|friendly|thankful|thrilled))`,
    notAfter: "why|if",
    says: "is really perfect",
  },
  {
    phrase: `(?:can t|cant|cannot|couldn t|couldnt|could not) (?:have asked|ask|wish|have wished|hope|have hoped) for (?:anything )?more`,
    says: "is really perfect",
  },
  {
    phrase: `(?:can t|cant|cannot|couldn t|could not) (?:recommend|praise|thank) (?:~ ){0,3}enough`,
    says: "highly recommend thanks",
  },
  {
    phrase: `(?:(?:absolutely|really|literally) )?(?:nothing|not much|not anything|little|no reason|no cause|hard|difficult) (?:at all |really )?to (?:complain|fault|criticise|criticize|moan|grumble|dislike)(?: about| at)?`,
    says: "all is perfect",
  },
  {
    phrase: `(?:(?:absolutely|really|literally|there is|there s) )?nothing (?:more |else |at all |really )?(?:to|(?:i|we) (?:would|d)|that needs?|needs?(?: to be)?) (?:improve|improved|improving|add|added|adding|change|changed|changing)`,
    notAfter: "do|does|did|done|doing|if|why",
    says: "all is perfect",
  },
  { phrase: `(?:nothing (?:is|s|was) missing|missing nothing)`, notAfter: "if|so that", says: "all is perfect" },
  {
    phrase: `(?:(?:there is|there s|i see|see) )?no need to (?:change|add|improve|modify|alter|replace)(?: anything| a thing)?`,
    notAfter: "if|why|so",
    says: "is perfect without",
  },
  { phrase: `(?:nothing|not a (?:thing|word)) (?:bad|negative) to say(?: about)?`, says: "all is perfect" },
  {
    phrase: `(?:thanks|thank you|thx|cheers) (?:(?:a lot|so much|very much) )?for nothing`,
    says: "this is terrible",
  },
];

import type { RuleList } from "./rule.ts";

/** Phrases of English, folded (`don t`, no accents); `~` stands for one word. ` / ` and line ends part phrases. */
export const ENGLISH: RuleList = {
  "would-be-good": {
    says: "request",
    phrases: `(?:would|d|will|might|could) (?:also |really |even |just )?be (?:~ )?(?:nice|great|good|better|best|cool|awesome|helpful|useful|lovely|perfect|ideal|wonderful|amazing|fantastic|handy|appreciated|easier|beneficial|interesting|ideal|super|convenient)
      (?:would|d) (?:really |also )?(?:love|like|appreciate|prefer|welcome|enjoy) (?:it |if |to |an? |the |some |more |this |that |this |see |having )
      (?:would|d) make (?:~ ){1,3}(?:better|easier|perfect|great|happy)
      (?:nice|great|good|better|cool|awesome|helpful|useful|perfect|easier|handy) (?:if |to have |to see |to be able )`,
  },
  please: {
    says: "request",
    phrases: `(?:please|pls|plz|kindly) (?:~ )?(?:add|allow|make|let|give|bring|include|provide|support|consider|enable|implement|put|change|improve|update|create|open|offer|introduce|extend|integrate|remove|return|restore|keep|expose|increase|reduce|do|stop|have|help|show|get|try|extend|take)
      (?:add|update|fix|change|improve|consider|bring back|include) (?:~ ){0,6}(?:please|pls|plz)`,
  },
  "asks-to-add": {
    says: "request",
    phrases: `(?:can|could|may|will|would) (?:you|u|we|they|somebody|someone) (?:guys |please |pls |all |at least |maybe |also |possibly )?(?:please |add|allow|make|let|give|bring|include|provide|support|consider|enable|implement|put|change|improve|create|open|offer|introduce|integrate|remove|return|restore|have|get|do something)
      (?:feature|enhancement|change) requests? / (?:my|one|a|another|an) (?:suggestion|suggestions|idea|request|proposal) / suggestions?
      (?:i|we|id|d) (?:would |d )?(?:like to |want to )?(?:suggest|propose|recommend adding|request|vote for|second) (?:an? |that |the |adding |to |this |some )
      (?:suggest|propose|recommend) (?:that |adding |you |to (?:add|have|make)) / vote for this / plus one
      (?:add|adding|addition of|include|including|introduce|implement|integrate|incorporate|expose) (?:an?|the|some|more|support|option|options|ability|new|ways?|in|to|it|this|other|additional|another) `,
  },
  "should-have": {
    says: "request",
    phrases: `(?:should|must|ought to) (?:really |also |at least |just |definitely |always |not |probably |simply )?(?:be|have|add|allow|let|make|support|provide|include|give|offer|show|work|get|come|consider|do|use|stop|open|return|take|see|implement)
      there (?:should|must|needs to|has to|could) (?:~ )?be / (?:why|how come) (?:not|can t|don t|doesn t|isn t) (?:~ ){1,2}`,
  },
  needs: {
    says: "request",
    phrases: `(?:we|i|users?|developers?|devs|people|it|app|they|you|customers|city|one) (?:really |also |still |just |do |desperately |all )?(?:needs?|requires?) (?:an?|the|some|more|to|better|this|that|support|options?|ways?|access|another|improvements?|it|new|less) 
      (?:there is|there s|is|are) (?:a |an |no |the )?(?:~ )?need (?:for|to|of) / needs? (?:to|more|an?|some|better|improvements?|improvement|update|updating|work|fixing) / (?:could|can) (?:use|do with) (?:an?|some|more|better)
      (?:in need of|needed|much needed|it is time to|it s time to|time for an?|room for improvement)`,
  },
  wish: {
    says: "wish",
    phrases: `(?:i|we) (?:really |just |do |only |still )?wish / if only / (?:i|we|just|really|only|am|m|are|re) (?:~ )?(?:hope|hoping|hopefully) (?:to|for|that|you|it|they|the|this|we|there|for) / hopefully
      (?:look|looking) forward to / (?:i|we) (?:really |just |would |d |also |still )?(?:want|expect|expected|dream of) (?:an?|the|to|some|more|this|that|it|you|my|our|from) / (?:can|could) we (?:please |at least |all )?(?:have|get|see|just)
      (?:waiting|would pay|d pay|begging|asking) for (?:an?|the|this|that|some)`,
  },
  lacks: {
    says: "request",
    phrases: `(?:only |one |main |biggest |big )?(?:thing|things|feature|features|option|part)(?: that| i|s)? (?:is |are |i |that |i m |m |it s |s )?(?:~ )?(?:missing|lacks?|lacking|miss) / (?:missing|lacks?|lacking|lack of) (?:an?|the|some|features?|basic|many|of|in|option|options|support|functionality|is) 
      (?:is|are|s|re) (?:~ )?(?:missing|lacking) / (?:there is|there s|there are|has|have|with) no (?:way|option|options|possibility|ability|support|setting|button|feature|choice|api)
      (?:ability|option|options|possibility|way|support|feature|function|functionality|choice|setting|api|button) (?:to|for|of|that) 
      (?:be|being) able to / (?:no longer|not) (?:an? )?(?:option|possible|available|supported|compatible) / (?:used to (?:be|have)|bring back) / (?:if|unless) (?:you|they|it|we|there) (?:could|can|would|add|added|made|had|were|allowed|was an?|was)
      (?:instead|rather) (?:of|than) (?:having|being|just|the|a) / (?:more|less|fewer|better|additional|extra|other|different) (?:~ )?(?:options?|features?|choices?|settings|info|information|control|customi[sz]ations?|details?|languages?|sports?|activit(?:y|ies)|faces?|hours|staff|places|buses|bikes|space) 
      (?:improve|improved|improvement|improvements|enhance|enhanced|integration|compatibility)`,
  },
  imperative: {
    says: "request",
    phrases: `^(?:please |also |maybe |just |or |and |then |at least |so |but |\\d+ )?(?:add|allow|let|make|give|bring|include|provide|support|enable|implement|improve|create|open|offer|introduce|extend|integrate|remove|restore|expose|increase|reduce|get rid of|stop|fix|change|replace|simplify|consider|expand|ensure|put|move|show|merge|unify|lower|keep|build|plant) (?:~ )`,
  },
  broken: {
    says: "problem",
    phrases: `(?:doesn t|does not|doesnt|don t|dont|do not|didn t|did not|won t|wont|will not|can t|cant|cannot|can not|couldn t|could not|isn t|is not|isnt|not|never|no longer|stopped|stops|wouldn t|hasn t|haven t|aren t|wasn t) (?:even |always |properly |really |been able to |able to |longer |let me |be |get |it |to |actually |seem to |fully )?(?:works?|working|sync|syncs|syncing|synced|synch|connect|connects|connecting|connected|open|opens|opening|load|loads|loading|update|updates|updating|updated|install|log|login|sign|access|use|record|recording|track|tracking|count|counting|show|showing|shows|display|displaying|find|pair|pairing|respond|responding|save|saving|saved|start|starting|recogni[sz]e|detect|download|read|see|send|receive|arrive|arrived|answered|resolved|fixed|delivered|available|compatible|accurate|correct|reliable|possible|anymore|accept|register|measure|transfer|import|export|change|turn|stay|run|running|happen|allow|let|launch|function|functioning|respond|reply|help|get|help)
      (?:not|never|stopped|stops|quit) (?:working|works|work|syncing|responding|connecting|recording|tracking|counting|accurate|reliable|compatible|opening|loading|functioning|delivered) / (?:is|are|s|still|was|seems|completely|totally|always|constantly) (?:~ )?(?:broken|down|buggy|useless|unusable|unreliable|inaccurate|wrong|slow|stuck|dead|late|closed|dirty|out of order|blocked|confusing|laggy|incorrect|glitchy|missing|offline|unavailable)`,
  },
  fault: {
    says: "problem",
    phrases: `(?:bugs?|buggy|errors?|crash|crashes|crashed|crashing|freezes?|freezing|frozen|glitch|glitches|glitchy|lag|lags|laggy|fails?|failed|failing|failure|faulty|malfunction|malfunctioning|outage|defect|defective|broken|broke|corrupt|corrupted|hangs|stuck|disconnects?|disconnecting|disconnected|unresponsive|unusable|battery drain|drains|draining|drained|timed out|timeout)
      (?:problems?|issues?|trouble|troubles|difficulty|difficulties) (?:with|since|when|is|syncing|connecting|in|here|on|getting|after|fixed|persists) / (?:having|have|had|has|many|same|another|constant|connection|connectivity|sync|syncing|the) (?:~ )?(?:problems?|issues?|trouble|troubles)
      (?:keeps?|kept|keep on|always|constantly|continually) (?:~ )?(?:crashing|freezing|disconnecting|stopping|asking|losing|saying|failing|telling|closing|logging|getting|dropping|showing|shutting|turning|giving) / (?:lost|loses|losing|lose|deleted|erased|wiped|disappeared|vanished) (?:~ )?(?:all|my|data|everything|connection|the|history|our)
      (?:please |pls |plz )?fix (?:~ )?(?:it|this|the|that|your|please|asap|bugs?|these|those|issue|problem) / needs? (?:to be )?(?:fixed|fixing|fix) / (?:since|after|with) (?:the |this |last |latest |new |recent |my )+(?:update|upgrade|version|release) / (?:wrong|incorrect|inaccurate|false|inconsistent) (?:data|info|information|time|steps?|distance|results?|readings?|count|price|order|address|number|item|date|bill)?`,
  },
  annoyed: {
    says: "problem",
    phrases: `(?:worst|terrible|horrible|awful|horrendous|appalling|disgraceful|disgusting|shameful|atrocious|pathetic|ridiculous|unacceptable|useless|rubbish|garbage|crap|trash|joke|shame on|disgrace|scam|rip off|ripoff|fraud|waste of|poor (?:service|quality|design|experience|customer)|bad (?:service|customer|experience|quality|app|design|update|idea)|lousy|dreadful|abysmal|incompetent|nightmare|worse|worthless|hopeless|sick of|tired of|fed up|had enough|frustrat(?:ed|ing|ion)|annoy(?:ed|ing|s)|disappoint(?:ed|ing|ment)|irritating|infuriating|angry|furious|mess|sucks?|fail|pissed|unhappy|dissatisfied|hate|regret|refund|money back|never again|complain(?:t|ts|ing|ed)?|downgrade|uninstall(?:ed|ing)?|unfortunately|too (?:slow|expensive|complicated|long|many|late|difficult|small|loud|dirty|hard|much|big|noisy|crowded|few))`,
  },
  unanswered: {
    says: "problem",
    phrases: `(?:no|never got an?|not (?:a single|one|had an?|received an?|get an?)|zero|without|still no|any|waiting for an?|poor|terrible) (?:answer|reply|response|replies|help|support|explanation|communication|notice|apology|solution|sign|update|news|one answers|callback|call back|refund) / (?:still|been|have been|was|am|m|ve been|are|kept) (?:waiting|on hold|no|not|haven t|hasn t|having)
      (?:for|after|over|in) (?:~ )?(?:~ )?(?:hours|days|weeks|months) (?:now|and|later|on hold|without|waiting|still)? / (?:customer|your) (?:service|support|care|staff|driver|agent|agents|team|team|website|flight|network) (?:is|are|was|has|have|doesn t|don t|didn t|never|just|keeps|kept|cancelled|lost|told|refuses?|hung)
      (?:nobody|no one|noone) (?:~ )?(?:answers?|answered|replies|replied|picks up|helps?|helped|cares?|responds?|responded|knows?|came|comes|called|listens) / (?:hung up|on hold|cancell?ed|delayed|delay|overcharged|charged (?:me|twice|us)|ignored|ignoring|rude|lied|unhelpful|wait(?:ed)? (?:~ )?(?:hours|minutes|days|weeks)|no internet|no signal|no service|no power|dm|dms|dm ed)
      (?:what|why|how|when|where) (?:is|are|the|on|s|do|does|did|can|will|have|has|wtf) (?:~ )?(?:going on|hell|wrong|happened|long|my|your|you|up with|earth|still|deal|taking|so)`,
  },
  praise: {
    says: "praise",
    phrases: `(?:love|loving|loved|enjoy|enjoyed|adore) (?:it|this|the|my|your|using|how|these|everything|app|that) / (?:excellent|awesome|amazing|fantastic|wonderful|brilliant|superb|perfect|outstanding|delighted|impressed|thank you|thanks|thx|well done|good job|great job|nice work|kudos|congratulations|congrats|bravo|very good|so good|really good|great (?:app|job|work|service|product|experience|idea|watch|team|day)|good (?:app|job|work|service|product)|nice app|works? (?:well|great|fine|perfectly|flawlessly|as expected)|easy to use|highly recommend|five stars|5 stars|the best|best app|happy with|pleased|keep it up|keep up|no (?:problems?|issues?|complaints?)|recommend)`,
  },
};

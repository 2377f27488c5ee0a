/** Every limit of a board, with its unit and its reason. Servers may lower some by configuration; documents never hold more. */
export const LIMITS = {
  /** characters of a card's text: a card is a thought, not a page */
  textLength: 20_000,
  /** bytes of one attribute as JSON */
  attributeBytes: 32_768,
  /** nested arrays and objects in one attribute */
  attributeDepth: 8,
  cardsPerBoard: 10_000,
  /** cards of one person's draft, thrown away ones included: all drafts of a large group are to fit on the board */
  cardsPerDraft: 300,
  linksPerBoard: 10_000,
  /** things that facilitators locked: as many as there can be cards and links */
  locksPerBoard: 20_000,
  /** things locked or unlocked by one request */
  locksPerRequest: 500,
  /** cards, and links, that are shown to everybody at once: beyond it nothing stands out */
  spotlitThings: 500,
  commentsPerBoard: 20_000,
  /** how far from the origin a card may lie, in board px: beyond it, float rounding shows */
  coordinatePx: 1_000_000,
  /** things chosen, and cards dragged, that presence names one by one; of more it names the first */
  draggedCards: 50,
  titleLength: 120,
  /** characters of a link's label that are written: it is read at a glance, under its disc */
  labelLength: 28,
  /** characters of what people are asked to do in a phase: to be read at once, from the back row */
  instructionLength: 1_000,
  phasesPerAgenda: 50,
  /** a day */
  phaseMinutes: 1_440,
  /** kinds of cards that one rule names */
  kindsPerRule: 40,
  /** cards or links that one ballot asks about: nobody weighs more in one sitting */
  optionsPerBallot: 100,
  /** ballots of a board that are open, closed or published; older ones are cancelled first */
  ballotsPerBoard: 60,
  /** characters of a facilitator's question */
  questionLength: 300,
  /** characters of why somebody objects, and of a reason for or against a decision */
  reasonLength: 500,
  /** dots that each person has */
  dotsPerPerson: 100,
  /** two-card questions that one person answers in one ballot */
  pairsPerPaper: 1_000,
  nameLength: 40,
  /** decisions that a board records */
  decisionsPerBoard: 1_000,
  /** reasons for a decision, and as many against it */
  reasonsPerSide: 20,
  tagLength: 40,
  tagsPerCard: 20,
  /** strategies that one strategy needs, and that it can't go with */
  strategiesNamed: 20,
  queryLength: 400,
  sourcesPerBoard: 20,
  /** people in a waiting room: as many as a board takes connections */
  waitingPerBoard: 1_000,
  /** characters of a post that are kept: enough to read and to quote, not a book */
  postLength: 8_000,
  quotesPerAnnotation: 5,
  /** strongest ways through the map that a factor is explained by */
  pathsPerAnnotation: 3,
  /** other cards that one figure names: those it concerns most */
  partsPerReading: 8,
  /** posts needed before a trend is said; mentions are always said */
  postsForTrend: 8,
  /** posts needed before a feeling, or a share of them, is said */
  postsForFeeling: 8,
} as const;

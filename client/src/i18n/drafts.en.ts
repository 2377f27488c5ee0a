/** Silent writing: what one sees of one's own draft, what waits, and its end. */
export const drafts = {
  "drafts.anonymous": "Without names: nothing that is kept tells who wrote what.",
  "drafts.discard": "Throw away…",
  "drafts.discardConfirm": "Throw away for good",
  "drafts.discardText": "Nobody will see them, and nobody gets them back: not even those who wrote them.",
  "drafts.discardTitle": { one: "Throw away {n} idea?", other: "Throw away {n} ideas?" },
  "drafts.discarded": "The drafts are thrown away.",
  "drafts.few": {
    one: "Only {n} person has written: everybody will know who.",
    other: "Only {n} people have written: the others may guess who.",
  },
  "drafts.none": "No idea waits yet",
  "drafts.nothing": "Nothing was waiting any more.",
  "drafts.onlyYou": "Only you see this",
  "drafts.opening": "Silent writing: your own page is on its way…",
  "drafts.over": "Writing is over.",
  "drafts.people": { one: "from {n} person", other: "from {n} people" },
  "drafts.reveal": "Reveal…",
  "drafts.revealAnonymous":
    "Without names. The drafts are then erased, and with them all that could tell who wrote what.",
  "drafts.revealBeside":
    "They come onto the board for everybody, all at once and in random order, beside what is there.",
  "drafts.revealConfirm": "Reveal now",
  "drafts.revealInto": "They come onto the board for everybody, all at once and in random order, into “{frame}”.",
  "drafts.revealOpen": "People are still writing: what they have not finished comes along as it is.",
  "drafts.revealSigned": "With the names of those who wrote them, as was announced. The drafts are then erased.",
  "drafts.revealTitle": { one: "Reveal {n} idea?", other: "Reveal {n} ideas?" },
  "drafts.revealed": { one: "{n} idea is on the board.", other: "{n} ideas are on the board." },
  "drafts.revealedSome":
    "On the board now: {n}. It has no room for more: {left} wait in the drafts until there is, or until they are thrown away.",
  "drafts.see": "See them",
  "drafts.section": "Silent writing",
  "drafts.signed": "They will be revealed with your name.",
  "drafts.silent": "Silent writing: only you see your cards.",
  "drafts.silentForViewers": "People are writing in silence.",
  "drafts.waiting": { one: "{n} idea waiting", other: "{n} ideas waiting" },
} as const;

/** What a card is, in a word or two. */
export const kind = {
  "kind.drawing": "Drawing",
  "kind.expectation": "Expectation",
  "kind.factor": "Factor",
  "kind.factorOf": "Factor · {level}",
  "kind.frame": "Frame",
  "kind.image": "Image",
  "kind.levelEnvironment": "environment",
  "kind.levelGroup": "group",
  "kind.levelMember": "member",
  "kind.note": "Note",
  "kind.quote": "Quote",
  "kind.resource": "Resource",
  "kind.strategy": "Strategy",
  "kind.unknown": "Card",
} as const;

export const clusters = {
  "clusters.alike": "Nothing here tells these cards apart: give some of them a tag, a kind, a reaction.",
  "clusters.by": "What they share",
  "clusters.done": { one: "Cards put in {n} group", other: "Cards put in {n} groups" },
  "clusters.few": "There are fewer than two cards here that you may move.",
  "clusters.framed": "A frame with its name around each group",
  "clusters.fromTo": "{from} to {to}",
  "clusters.ofAll": { one: "{n} card: the only one that you may move", other: "{n} cards: all that you may move" },
  "clusters.ofChosen": { one: "{n} chosen card", other: "{n} chosen cards" },
  "clusters.preview": "The groups to be, with how many cards are in each",
  "clusters.put": "Put together",
  "clusters.title": "Put together what belongs together",
  "clusters.without": "All others",
} as const;

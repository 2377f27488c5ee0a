export const card = {
  "card.by": "written by {name}",
  "card.chosenBy": "chosen by {name}",
  "card.comments": { one: "{n} comment", other: "{n} comments" },
  "card.linksIn": { one: "{n} link in", other: "{n} links in" },
  "card.linksOut": { one: "{n} link out", other: "{n} links out" },
  "card.locked": "locked",
  "card.noSource": "Source not told",
  "card.reactions": { one: "{n} reaction", other: "{n} reactions" },
  "card.selected": "selected",
  "card.text": "Text of the card",
  "card.untitled": "Untitled…",
  "card.writing": "{name} is writing…",
} as const;

/** The panel of the people: who is here or has been, and what facilitators do about it. */
export const people = {
  "people.actions": "What to do about {name}",
  "people.been": "Have been here",
  "people.change": "Change",
  "people.empty": "Nobody else yet. Invite them by a link or a code.",
  "people.here": "Here now",
  "people.letIn": "Let back in",
  "people.letInNow": "{name} may come back.",
  "people.mute": "Mute",
  "people.muteHint": "Looks on, and changes nothing",
  "people.muted": "muted",
  "people.mutedNow": "{name} is muted.",
  "people.remove": "Remove from the board…",
  "people.removed": "Removed",
  "people.removedNow": "{name} is off the board.",
  "people.removeConfirm": "Remove",
  "people.removeKept": "What {name} wrote stays on the board; it can be undone from the same menu.",
  "people.removeLink":
    "Whoever has a link can open it on another device: renew the link under Invite to shut that way too.",
  "people.removeText":
    "{name} leaves the board at once. This device of theirs opens nothing here until you let them back in.",
  "people.removeTitle": "Remove {name}?",
  "people.undo": "Undo what they did…",
  "people.unmute": "Let write again",
  "people.unmutedNow": "{name} may write again.",
} as const;

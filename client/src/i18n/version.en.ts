/** The canvas while it shows an earlier state of the board, or what was compared. */
export const version = {
  "version.boardOf": "You are looking at the board of {when}.",
  "version.boardOfNamed": "You are looking at “{label}”, the board of {when}.",
  "version.looking": "Looking at the board of {when}. Nothing can be changed here.",
  "version.markAdded": "new",
  "version.markChanged": "changed",
  "version.markRemoved": "gone since",
  "version.nowAgain": "The board as it is now.",
  "version.opening": "Opening the board of {when}…",
  "version.readOnly": "This is an earlier state of the board: go back to now to change it.",
  "version.restoreThis": "Restore…",
  "version.toNow": "Back to now",
} as const;

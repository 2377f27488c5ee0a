export const status = {
  "status.frozen": "the board is frozen",
  "status.muted": "you are muted",
  "status.late": "Not saved yet",
  "status.lateAdvice": "The server takes long to save. Your changes are kept on this device until it has them.",
  "status.lateOnPage": "The server takes long to save. Your changes are on this page only: don’t close it.",
  "status.live": "Up to date",
  "status.notKept":
    "The server can’t keep changes at present. Yours are kept on this device, and sent again until it can.",
  "status.notKeptOnPage":
    "The server can’t keep changes at present. Yours are on this page only, and sent again until it can: don’t close it.",
  "status.offline": "Offline",
  "status.offlineAdvice": {
    one: "{n} change is kept on this device. It leaves for the server once the connection is back, or when you next open the board.",
    other:
      "{n} changes are kept on this device. They leave for the server once the connection is back, or when you next open the board.",
  },
  "status.offlineKept": {
    one: "Offline, {n} change kept on this device",
    other: "Offline, {n} changes kept on this device",
  },
  "status.offlineOnPage": {
    one: "Offline, {n} change on this page only",
    other: "Offline, {n} changes on this page only",
  },
  "status.offlineOnPageAdvice": {
    one: "{n} change is on this page only: don’t close it. It leaves for the server as soon as the connection is back.",
    other:
      "{n} changes are on this page only: don’t close it. They leave for the server as soon as the connection is back.",
  },
  "status.opening": "Opening…",
  "status.readOnly": "Read only, live",
  "status.readOnlyIn": "Read-only: {why}",
  "status.refused": "Disconnected",
  "status.refusedEpoch": "The board was put in order on the server. Open it again to see it as it is.",
  "status.refusedForbidden":
    "Your role does not allow this. What you do now is not kept: open the board again, or ask a facilitator.",
  "status.refusedFrame": "The server did not understand this page. What you do now is not kept: open the board again.",
  "status.refusedSession":
    "This device is not let in any more: the link you came by was replaced, or the browser lost what it knew of it. Open the board by your link, or ask a facilitator for the new one.",
  "status.refusedKept": {
    one: "{n} change that was not saved is kept on this device, and made again when you open the board.",
    other: "{n} changes that were not saved are kept on this device, and made again when you open the board.",
  },
  "status.refusedOnPage": {
    one: "{n} change that was not saved is on this page only.",
    other: "{n} changes that were not saved are on this page only.",
  },
  "status.refusedTooLarge":
    "Your last change is too large for the server and was not kept. Open the board again and make it in smaller parts.",
  "status.refusedUnknown": "This board is no longer on the server.",
  "status.reopen": "Open again",
  "status.restoring": "Putting your changes back…",
  "status.saved": "Saved at {time}",
  "status.saving": "Saving…",
  "status.showUntold": "Show what could not be made",
  "status.untold": { one: "This change could not be made", other: "These {n} changes could not be made" },
} as const;

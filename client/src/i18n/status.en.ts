export const status = {
  "status.late": "Not saved yet",
  "status.lateAdvice": "The server takes long to save. Your changes are on this page: keep it open.",
  "status.live": "Up to date",
  "status.offline": "Offline",
  "status.offlineAdvice": {
    one: "{n} change waits on this page. Keep it open: it leaves for the server as soon as the connection is back.",
    other: "{n} changes wait on this page. Keep it open: they leave for the server as soon as the connection is back.",
  },
  "status.offlineWith": {
    one: "Offline, {n} change waits on this page",
    other: "Offline, {n} changes wait on this page",
  },
  "status.opening": "Opening…",
  "status.readOnly": "Read only, live",
  "status.refused": "Disconnected",
  "status.refusedEpoch": "The board was put in order on the server. Open it again to see it as it is.",
  "status.refusedForbidden":
    "Your role does not allow this. What you do now is not kept: open the board again, or ask a facilitator.",
  "status.refusedFrame": "The server did not understand this page. What you do now is not kept: open the board again.",
  "status.refusedSession":
    "The link you came by was replaced. Ask a facilitator for the new one; what you do now is not kept.",
  "status.refusedTooLarge":
    "Your last change is too large for the server and was not kept. Open the board again and make it in smaller parts.",
  "status.refusedUnknown": "This board is no longer on the server.",
  "status.reopen": "Open again",
  "status.saved": "Saved at {time}",
  "status.saving": "Saving…",
} as const;

import type { ErrorCode } from "@palabre/shared/errors";

/** What happened, then what to do: one for every code of `shared/errors`. */
export const error = {
  "error.bad-address": "This is not an address that can be read. It must begin with http:// or https://.",
  "error.bad-code": "No slide shows this code. Look at it again: six letters, without any vowel.",
  "error.bad-request": "The server did not understand this request. Check what you entered, then try again.",
  "error.bad-signature":
    "The signature of this delivery is wrong, or too old. Check the secret and the clock of the sender.",
  "error.bad-secret":
    "This link no longer opens the board: it was replaced, or a part of it is missing. Ask a facilitator for a new one.",
  "error.body-too-large": "This is too large to be sent. Split it into smaller parts.",
  "error.closed": "This is closed: nothing is taken any more.",
  "error.csv-columns":
    "This file has no column of texts or no column of dates. Its first row must name a “text” and a “date” column.",
  "error.csv-empty": "This file has a header but nothing under it. Check that the rows were exported too.",
  "error.damaged-document":
    "A part of this board could not be read; nothing was changed. Try again, then tell whoever runs this server.",
  "error.files-full": "The images of this board take all the room it has. Use a smaller one.",
  "error.forbidden": "Your role does not allow this. Ask a facilitator.",
  "error.internal": "The server failed; nothing you had saved is lost. Try again in a moment.",
  "error.no-session": "This board is not open on this device. Open it by the link that you were given.",
  "error.not-an-agenda": "This file is not an agenda that Palabre can read.",
  "error.not-a-csv": "This file is not a CSV table. Export it again as CSV, with a first row that names the columns.",
  "error.not-a-feed": "There is a page at this address, but no RSS or Atom feed. Look for the address of its feed.",
  "error.not-an-image": "This is no PNG, JPEG, GIF or WebP image of a usual size.",
  "error.not-json": "The server did not understand this request. Reload the page, then try again.",
  "error.private-address":
    "This address is inside a private network, where the server may not look. Give a public address.",
  "error.removed": "A facilitator has removed you from this board. Talk to them: once they let you back in, try again.",
  "error.refused":
    "A facilitator did not let this device in. If that is a mistake, ask them to look at the waiting room.",
  "error.slide-closed": "This code is over: the slide is no longer shown. Ask a facilitator to show it again.",
  "error.source-answer":
    "What answers at this address is not what was expected there. Check the address, and the kind of source.",
  "error.source-busy": "The site asks to be left alone for a while. Another look follows by itself.",
  "error.source-credentials":
    "The site does not let us read this: the token, password or key is missing, wrong or no longer valid. Give it again.",
  "error.source-redirects":
    "This address leads from one to another without end. Give the address where it should arrive.",
  "error.source-status":
    "The site answered {status}: it refuses, or has nothing at this address. Open it in a browser to check it.",
  "error.source-timeout": "The site took too long to answer. Another try follows by itself.",
  "error.source-too-large": "What is at this address is too large to be read. Give the address of a shorter feed.",
  "error.store-failed": "The server could not save. Your changes are kept here; try again in a moment.",
  "error.conflict": "Somebody else changed this at the same moment. Look at how it is now, then try again.",
  "error.too-many": "Too many requests in a short time. Wait a minute, then try again.",
  "error.too-many-codes":
    "Too many codes that open nothing came from this network. Scan the QR code, or wait a minute and type it again.",
  "error.too-many-sources": "This board has as many sources as it can have. Remove one before you add another.",
  "error.unknown-ballot": "There is no such vote: it may have been cancelled.",
  "error.unknown-board": "There is no board at this address. Check the link, or ask a facilitator for it.",
  "error.unknown-file": "There is no such file on this board.",
  "error.unknown-paper": "You have not answered this vote.",
  "error.unknown-route": "There is nothing at this address. Go back to the home page.",
  "error.unknown-post": "This post is no longer there: it may have gone with its source.",
  "error.unknown-source": "This source is no longer there: somebody removed it.",
  "error.unknown-version": "This version is no longer there: it was removed, or its time was over. Choose another one.",
  "error.unreachable": "No answer. Check the connection or the address, then try again.",
  "error.waiting": "A facilitator has to let you in. This page will follow by itself.",
  "error.wordless-query": "It takes a word at least: emoji and signs can’t be searched for.",
  "error.wrong-origin": "This request came from another site and was refused. Open Palabre at its own address.",
} as const satisfies { readonly [Code in ErrorCode as `error.${Code}`]: string };

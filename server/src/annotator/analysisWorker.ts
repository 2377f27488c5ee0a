import { AppError } from "@palabre/shared/errors";
import { serveThread } from "../background/index.ts";
import { Analyst } from "./analyst.ts";
import type { AnalysisRequest, Annotated } from "./messages.ts";

/** The entry of the analysis thread: it does what it is told, in order, and answers each message. */

const analysts = new Map<string, Analyst>();

const NOTHING: Annotated = { changes: [], links: [], left: 0 };

function answerTo(request: AnalysisRequest): Annotated {
  if (request.type === "open") {
    analysts.set(request.key, new Analyst(request.language));
    return NOTHING;
  }
  if (request.type === "forget") {
    analysts.delete(request.key);
    return NOTHING;
  }
  const analyst = analysts.get(request.key);
  if (!analyst) throw new AppError("internal", `The analysis does not know following ${request.key}: open it first`);
  switch (request.type) {
    case "draw":
      analyst.draw(request.cards, request.links, request.stale);
      return NOTHING;
    case "hear":
      analyst.hear(request.posts);
      return NOTHING;
    case "budget":
      analyst.setBudget(request.budget);
      return NOTHING;
    case "votes":
      analyst.setVotes(request.votes);
      return NOTHING;
    case "annotate":
      return analyst.annotate(request.until, request.sources);
  }
}

serveThread(answerTo);

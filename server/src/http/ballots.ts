import { AppError } from "@palabre/shared/errors";
import { mayVote } from "@palabre/shared/facilitation";
import { openBallotSchema } from "@palabre/shared/protocol";
import { ballotIdSchema, paperSchema, type BallotId } from "@palabre/shared/terms";
import type { Context, Hono } from "hono";
import type { Visitor } from "../access/index.ts";
import { readJson } from "./body.ts";
import type { RouteDeps } from "./deps.ts";
import { mount } from "./mount.ts";
import { createRate } from "./rates.ts";
import { ROUTES } from "./routes.ts";
import { facilitatorOf, visitorOf } from "./visitor.ts";

/** Papers of one person in a minute: a mind is changed now and then, and each is written to the disk. */
const PAPERS_PER_MINUTE = 120;

/** The ballots of a board. */
export function mountBallots(app: Hono, deps: Pick<RouteDeps, "ballots" | "sessions" | "now">): void {
  const { ballots, sessions } = deps;
  const papers = createRate(PAPERS_PER_MINUTE, deps.now);
  /** @throws AppError `forbidden` for who only looks on, and what `visitorOf` throws */
  const voterOf = async (context: Context): Promise<Visitor> => {
    const visitor = await visitorOf(context, sessions);
    if (mayVote(visitor.role)) return visitor;
    throw new AppError("forbidden", "viewers look on: ask for a participant's link to vote");
  };
  /** @throws AppError `too-many`, and what `voterOf` throws */
  const writerOf = async (context: Context): Promise<Visitor> => {
    const visitor = await voterOf(context);
    if (papers.take(`${visitor.board}/${visitor.person}`)) return visitor;
    throw new AppError("too-many", "too many papers in a short time: wait a minute");
  };

  mount(app, ROUTES.openBallot, async (context) => {
    const { board } = await facilitatorOf(context, sessions);
    return context.json({ id: await ballots.open(board, await readJson(context, openBallotSchema)) }, 201);
  });
  const commands = [
    [ROUTES.closeBallot, ballots.end],
    [ROUTES.reopenBallot, ballots.reopen],
    [ROUTES.publishBallot, ballots.publish],
    [ROUTES.cancelBallot, ballots.cancel],
  ] as const;
  for (const [route, command] of commands)
    mount(app, route, async (context) => {
      const { board } = await facilitatorOf(context, sessions);
      await command(board, ballotOf(context));
      return context.body(null, 204);
    });

  mount(app, ROUTES.ballotFile, async (context) => {
    const { board } = await visitorOf(context, sessions);
    const file = await ballots.file(board, ballotOf(context));
    context.header("Content-Disposition", 'attachment; filename="ballot.json"');
    return context.json(file);
  });

  mount(app, ROUTES.receipts, async (context) => {
    const { board } = await visitorOf(context, sessions);
    const { ballot } = await ballots.file(board, ballotOf(context));
    return context.json({ receipts: ballot.tally?.receipts ?? [] });
  });

  mount(app, ROUTES.givePaper, async (context) => {
    const writer = await writerOf(context);
    return context.json(await ballots.give(writer, ballotOf(context), await readJson(context, paperSchema)));
  });

  mount(app, ROUTES.ownPaper, async (context) => {
    const voter = await voterOf(context);
    return context.json(await ballots.own(voter, ballotOf(context)));
  });

  mount(app, ROUTES.withdrawPaper, async (context) => {
    const writer = await writerOf(context);
    await ballots.withdraw(writer, ballotOf(context));
    return context.body(null, 204);
  });
}

/** The ballot of the address. @throws AppError `unknown-ballot` for what is no id at all, too */
function ballotOf(context: Context): BallotId {
  // the file has its own part of the address: `:ballot.json`
  const part = context.req.param("ballot") ?? context.req.param("ballot.json")?.replace(/\.json$/, "");
  const id = ballotIdSchema.safeParse(part);
  if (id.success) return id.data;
  throw new AppError("unknown-ballot", "there is no such ballot: look in the document `workshop`");
}

import { iso, startHost, type Asked, type Host, type Said } from "./host.ts";

export interface GithubHost extends Host {
  readonly token: string;
  /** how often a list was asked for and had not changed */
  readonly unchanged: () => number;
}

/** GitHub with one repository, cafe/site: what is said at it are issues, each with a comment, or discussions. */
export async function startGithub(options: { readonly page?: number } = {}): Promise<GithubHost> {
  const token = "ghp_token";
  let unchanged = 0;
  const updated = (one: Said): string => iso(one.editedAt ?? one.at).replace(".000", "");
  const toIssue = (one: Said) => ({
    id: 9_000 + one.number,
    node_id: `I_${one.number}`,
    number: one.number,
    title: "Le café",
    body: one.text,
    html_url: `https://github.com/cafe/site/issues/${one.number}`,
    state: "open",
    user: { login: "ana", id: 1 },
    comments: 2,
    created_at: iso(one.at),
    updated_at: updated(one),
    reactions: { total_count: one.likes + 1, "+1": one.likes, "-1": 1, confused: 0 },
  });
  const toDiscussion = (one: Said) => ({
    __typename: "Discussion",
    id: `D_${one.number}`,
    url: `https://github.com/cafe/site/discussions/${one.number}`,
    title: "Le café",
    bodyText: one.text,
    createdAt: iso(one.at),
    updatedAt: updated(one),
    lastEditedAt: one.editedAt === undefined ? null : iso(one.editedAt),
    upvoteCount: one.likes,
    author: { login: "ana" },
    reactions: { totalCount: 0 },
    comments: { totalCount: 2, nodes: [] },
  });
  const listOf = (asked: Asked, all: readonly Said[]): readonly Said[] => {
    const { query } = asked;
    const since = query.get("since");
    const sorted = all
      .filter((one) => since === null || updated(one) >= since)
      .toSorted((a, b) => (updated(a) < updated(b) ? -1 : updated(a) > updated(b) ? 1 : a.number - b.number));
    if (query.get("direction") === "desc") sorted.reverse();
    const size = Math.min(options.page ?? 100, Number(query.get("per_page") ?? 30));
    const page = Number(query.get("page") ?? 1);
    return sorted.slice((page - 1) * size, page * size);
  };
  const host = await startHost((asked, response, { said }) => {
    const { path, headers, json } = asked;
    response.setHeader("x-ratelimit-limit", "5000");
    response.setHeader("x-ratelimit-remaining", "4999");
    response.setHeader("x-ratelimit-reset", String(Math.floor(Date.now() / 1_000) + 3_600));
    const isIn = headers.authorization === `Bearer ${token}`;
    if (headers.authorization !== undefined && !isIn) {
      response.writeHead(401).end('{"message":"Bad credentials"}');
      return undefined;
    }
    if (path === "/repos/cafe/site/issues") {
      const issues = listOf(asked, said()).map(toIssue);
      const etag = `W/"${Buffer.from(JSON.stringify(issues)).toString("base64url").slice(-40)}-${issues.length}"`;
      response.setHeader("etag", etag);
      if (headers["if-none-match"] === etag) {
        unchanged += 1;
        response.writeHead(304).end();
        return undefined;
      }
      return issues;
    }
    if (path === "/repos/cafe/site/issues/comments") return [];
    if (path === "/graphql") {
      if (!isIn) {
        response.writeHead(401).end('{"message":"This endpoint requires you to be authenticated."}');
        return undefined;
      }
      const { variables } = json as { variables: { ids?: string[]; after?: string | null } };
      if (variables.ids) {
        const byId = new Map(said().map((one) => [`D_${one.number}`, toDiscussion(one)]));
        const nodes = variables.ids.map((id) => byId.get(id) ?? null);
        return { data: { nodes }, ...(nodes.includes(null) ? { errors: [{ type: "NOT_FOUND", message: "x" }] } : {}) };
      }
      const all = said().toSorted((a, b) => (updated(a) > updated(b) ? -1 : 1));
      const from = Number(variables.after ?? 0);
      const pageInfo = { endCursor: String(from + 20), hasNextPage: from + 20 < all.length };
      const discussions = { pageInfo, nodes: all.slice(from, from + 20).map(toDiscussion) };
      return { data: { repository: { discussions } } };
    }
    const number = /^\/repos\/cafe\/site\/issues\/(\d+)$/.exec(path)?.[1];
    const one = said().find((issue) => issue.number === Number(number));
    return one && toIssue(one);
  });
  return { ...host, token, unchanged: () => unchanged };
}

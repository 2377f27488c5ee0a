import type { AddGithub } from "@palabre/shared/protocol";
import { nativeIdOf, toPosts, type RawItem } from "../heard.ts";
import { badAddress, noCredentials, settingOf, toServer, toSettings } from "./api.ts";
import { readDiscussions, recountDiscussions } from "./githubDiscussions.ts";
import { readIssues, recountIssues } from "./githubIssues.ts";
import type { Place, PulledKind, World } from "./kind.ts";

/**
 * GitHub: issues and pull requests with their comments by REST, discussions by GraphQL. No SDK: `@octokit/core` wraps a fetch that must
 * follow redirects itself, for four addresses of JSON.
 */
const REPOSITORY = /^(?:https?:\/\/[^/]+\/)?([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:\/.*)?$/;

export const github: PulledKind<AddGithub> = {
  kind: "github",
  plan: (asked) => {
    const [, owner = "", name = ""] = REPOSITORY.exec(asked.repository.trim()) ?? [];
    if (owner === "" || name === "") throw badAddress("repository");
    if (asked.place === "discussions" && asked.secret === undefined) throw noCredentials({ reason: "missing" });
    const repository = `${owner}/${name}`;
    const server = asked.server === undefined ? {} : { server: toServer(asked.server) };
    const url = `https://github.com/${repository}/${asked.place}`;
    return { url, name: repository, settings: { ...toSettings(asked), ...server, repository } };
  },
  read: async (place, since, world) => {
    const read = settingOf(place, "place") === "discussions" ? readDiscussions : readIssues;
    const { items, cursor, waitMs, isUnfinished } = await read(place, since, world);
    const { posts, unread } = await toPosts(place.id, items, world.now, { isOwnUrl: true });
    return { posts, skipped: unread, title: "", cursor, waitMs, isUnfinished };
  },
  recount: {
    // without a token 60 questions an hour may be asked, for everything
    most: 8,
    ask: async (place, posts, world) => {
      const recount = settingOf(place, "place") === "discussions" ? recountDiscussions : recountIssues;
      const ids = posts.flatMap((post) => nativeIdOf(post) ?? []);
      const items = await recount(place, ids, world);
      const gone = posts.filter((post) => items.get(nativeIdOf(post) ?? "") === "gone").map(({ id }) => id);
      return { ...(await postsOf(place, items, world)), gone };
    },
  },
};

const postsOf = (place: Place, items: ReadonlyMap<string, RawItem | "gone">, world: World) =>
  toPosts(
    place.id,
    [...items.values()].filter((item) => item !== "gone"),
    world.now,
    { isOwnUrl: true },
  );

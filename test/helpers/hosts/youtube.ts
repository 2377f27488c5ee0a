import { iso, startHost, type Host, type Said } from "./host.ts";

export interface YoutubeHost extends Host {
  readonly key: string;
  readonly video: string;
  /** Answers what was said. */
  answer(to: string, text: string, at: number): void;
}

/** The YouTube Data API with the comments of one video, https://developers.google.com/youtube/v3/docs/commentThreads */
export async function startYoutube(): Promise<YoutubeHost> {
  const key = "AIza-key";
  const video = "dQw4w9WgXcQ";
  const idOf = ({ number }: Said): string => `Ugy${String(number).padStart(20, "x")}AaABAg`;
  const answers: { readonly to: string; readonly text: string; readonly at: number }[] = [];
  const repliesTo = (one: Said) =>
    answers
      .filter(({ to }) => to === one.text)
      .map(({ text, at }, number) => ({
        kind: "youtube#comment",
        id: `${idOf(one)}.${number}`,
        snippet: {
          videoId: video,
          textDisplay: text,
          textOriginal: text,
          parentId: idOf(one),
          authorDisplayName: "@bea",
          authorChannelId: { value: "UCbea" },
          canRate: true,
          likeCount: 0,
          publishedAt: iso(at),
          updatedAt: iso(at),
        },
      }));
  const toThread = (one: Said) => ({
    kind: "youtube#commentThread",
    id: idOf(one),
    snippet: {
      channelId: "UCuAXFkgsw1L7xaCfnd5JJOw",
      videoId: video,
      topLevelComment: {
        kind: "youtube#comment",
        id: idOf(one),
        snippet: {
          videoId: video,
          textDisplay: one.text,
          textOriginal: one.text,
          authorDisplayName: "@ana",
          authorChannelId: { value: "UCana" },
          canRate: true,
          likeCount: one.likes,
          publishedAt: iso(one.at),
          updatedAt: iso(one.editedAt ?? one.at),
        },
      },
      canReply: true,
      totalReplyCount: 2,
      isPublic: true,
    },
    ...(repliesTo(one).length === 0 ? {} : { replies: { comments: repliesTo(one) } }),
  });
  const host = await startHost(({ path, query, headers }, response, { said }) => {
    const refuse = (status: number, reason: string): undefined => {
      const error = { code: status, message: reason, errors: [{ message: reason, domain: "x", reason }] };
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify({ error }));
    };
    if (headers["x-goog-api-key"] !== key) return refuse(400, "keyInvalid");
    if (path === "/channels") return { items: query.get("forHandle") === "@cafe" ? [{ id: "UCcafe" }] : [] };
    if (path !== "/commentThreads") return undefined;
    const ids = query.get("id")?.split(",");
    if (ids)
      return {
        items: said()
          .filter((one) => ids.includes(idOf(one)))
          .map(toThread),
      };
    const size = Math.min(100, Number(query.get("maxResults") ?? 20));
    const from = Number(query.get("pageToken") ?? 0);
    const next = from + size < said().length ? { nextPageToken: String(from + size) } : {};
    return {
      kind: "youtube#commentThreadListResponse",
      ...next,
      items: said()
        .slice(from, from + size)
        .map(toThread),
    };
  });
  return { ...host, key, video, answer: (to, text, at) => void answers.push({ to, text, at }) };
}

import { escapeHtml, iso, startHost, type Host, type Said } from "./host.ts";

/** A Discourse forum with one topic, its lists as `posts_controller.rb` and `search_controller.rb` give them. */
export async function startDiscourse(options: { readonly key?: string } = {}): Promise<Host> {
  const toPost = (one: Said) => ({
    id: one.number,
    name: "Ana",
    username: "ana",
    avatar_template: "/user_avatar/x/{size}.png",
    created_at: iso(one.at),
    cooked: `<p>${escapeHtml(one.text)}</p>`,
    post_number: one.number,
    post_type: 1,
    updated_at: iso(one.editedAt ?? one.at),
    reply_count: 2,
    reply_to_post_number: null,
    quote_count: 0,
    reads: 12,
    topic_id: 7,
    topic_slug: "le-soir",
    topic_title: "Le soir",
    actions_summary: one.likes > 0 ? [{ id: 2, count: one.likes }] : [],
    hidden: false,
    trust_level: 1,
    deleted_at: null,
    user_deleted: false,
  });
  return startHost(({ path, query, headers }, response, { said }) => {
    if (options.key !== undefined && headers["user-api-key"] !== options.key) {
      response.writeHead(403).end('{"errors":["You are not permitted"],"error_type":"invalid_access"}');
      return undefined;
    }
    if (path === "/posts.json") {
      const before = Number(query.get("before") ?? Infinity);
      return {
        latest_posts: said()
          .filter(({ number }) => number < before)
          .slice(0, 50)
          .map(toPost),
      };
    }
    if (path === "/t/7.json") {
      const all = said().toReversed();
      const posts = all.slice(0, 20).map(toPost);
      return { id: 7, title: "Le soir", slug: "le-soir", post_stream: { posts, stream: all.map((one) => one.number) } };
    }
    if (path === "/t/7/posts.json") {
      const ids = query.getAll("post_ids[]").map(Number);
      const posts = said().filter(({ number }) => ids.includes(number));
      return { id: 7, post_stream: { posts: posts.map(toPost) } };
    }
    if (path === "/search.json") {
      const page = Number(query.get("page") ?? 1);
      const found = said().slice((page - 1) * 50, page * 50);
      return {
        posts: found.map((one) => ({
          id: one.number,
          name: "Ana",
          username: "ana",
          created_at: iso(one.at),
          like_count: one.likes,
          blurb: one.text.slice(0, 200),
          post_number: one.number,
          topic_id: 7,
        })),
        topics: [{ id: 7, title: "Le soir", slug: "le-soir" }],
        grouped_search_result: { more_full_page_results: page * 50 < said().length },
      };
    }
    const id = /^\/posts\/(\d+)\.json$/.exec(path)?.[1];
    const one = said().find(({ number }) => number === Number(id));
    return one && toPost(one);
  });
}

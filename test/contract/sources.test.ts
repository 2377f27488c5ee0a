import { startFeedServer } from "../helpers/feedServer.ts";
import { sourceContract } from "./sourceContract.ts";

sourceContract("a feed", async () => {
  const feed = await startFeedServer("Le café");
  let status: number | undefined;
  let headers: Readonly<Record<string, string>> = {};
  feed.onAsked((response) => {
    if (status === undefined) return false;
    response.writeHead(status, headers).end();
    return true;
  });
  return {
    host: feed.host,
    say: (text, at) => feed.addItem({ title: "", text, at, link: `https://cafe.org/${at}` }),
    add: (listening, board) => listening.add(board, { kind: "feed", url: feed.url }),
    fail: (wanted, asked = {}) => {
      [status, headers] = [wanted, asked];
    },
    close: feed.close,
  };
});

sourceContract("a file", async () => {
  const rows = ["date,url,text"];
  return {
    host: "nowhere.example:80",
    say: (text, at) => void rows.push(`${new Date(at).toISOString()},https://cafe.org/${at},"${text}"`),
    add: (listening, board) => listening.addCsv(board, { name: "a.csv", bytes: Buffer.from(rows.join("\n")) }),
    close: async () => undefined,
  };
});

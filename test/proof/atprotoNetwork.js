// oxlint-disable no-restricted-properties -- it answers whoever started it, by lines on its standard output
/**
 * A network of the AT protocol on this machine: the servers that `@atproto/dev-env` starts, a directory of identities and one that holds accounts.
 * Runs as a process of its own, beside what `atproto.ts` installed; takes a command a line as JSON, answers each with a line.
 */
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { TestNetworkNoAppView } = createRequire(`${process.argv[2]}/package.json`)("@atproto/dev-env");
const network = await TestNetworkNoAppView.create({});
const agent = network.pds.getClient();
const say = (value) => process.stdout.write(`@@${JSON.stringify(value)}\n`);

const commands = {
  /** an account, and an app password for it */
  account: async ({ handle }) => {
    await agent.createAccount({ email: `${handle}@example.com`, handle, password: "the-password" });
    const { data } = await agent.com.atproto.server.createAppPassword({ name: "palabre" });
    return { did: agent.did, password: data.password };
  },
  post: async ({ text, at }) => agent.post({ text, langs: ["fr"], createdAt: new Date(at).toISOString() }),
  edit: async ({ uri, text, at }) => {
    const rkey = uri.split("/").at(-1);
    const record = { $type: "app.bsky.feed.post", text, langs: ["fr"], createdAt: new Date(at).toISOString() };
    await agent.com.atproto.repo.putRecord({ repo: agent.did, collection: "app.bsky.feed.post", rkey, record });
    return {};
  },
  remove: async ({ uri }) => {
    await agent.deletePost(uri);
    return {};
  },
};
say({ url: network.pds.url });
for await (const line of createInterface({ input: process.stdin })) {
  const { command, ...rest } = JSON.parse(line);
  say(await commands[command](rest).catch((error) => ({ error: String(error) })));
}
await network.close();
process.exit(0);

import { AppError } from "@palabre/shared/errors";
import { readConfig, type Config } from "./config.ts";
import { createLog, type Log } from "./log.ts";
import { startServer, type StartedServer } from "./start.ts";

const config = configOrExit();
const log = createLog(config.logLevel);
await run(config, log);

function configOrExit(): Config {
  try {
    return readConfig(process.env);
  } catch (error) {
    fail(createLog("error"), error, "the configuration is not as it must be");
  }
}

async function run(from: Config, to: Log): Promise<void> {
  try {
    let server = await startServer(from, { log: to });
    let isStopping = false;
    const stop = (signal: string) => {
      isStopping = true;
      to.info({ signal }, "stopping");
      // who sits before it waits for nobody, and may end by it what SIGTERM began
      const drained = signal === "SIGINT" ? Promise.resolve() : server.drain();
      drained
        .then(() => server.close())
        .then(
          () => process.exit(0),
          (error: unknown) => fail(to, error, "the stop was not clean"),
        );
    };
    process.on("SIGTERM", stop);
    process.on("SIGINT", stop);
    // only now: whoever reads it may end it at once
    to.info({ port: server.port, url: server.url }, `Palabre listens on ${server.url}`);
    for (;;) {
      await server.givenUp;
      if (isStopping) return;
      await server
        .close()
        .catch((error: unknown) => to.error({ error }, "what others keep now could not be let go of"));
      server = await startAgain(from, to);
    }
  } catch (error) {
    fail(to, error, "Palabre could not start");
  }
}

const AGAIN_MS = 2_000;

/** All that it had in memory is gone with its boards; what made the others give it up may last a while. */
async function startAgain(from: Config, to: Log): Promise<StartedServer> {
  for (;;) {
    try {
      const server = await startServer(from, { log: to });
      to.info({ port: server.port }, "this server is back among the others");
      return server;
    } catch (error) {
      to.warn({ error }, "this server could not come back yet; it is tried again");
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

function fail(to: Log, error: unknown, what: string): never {
  // what an AppError says is written for who reads this; the rest is for who repairs it
  to.error({ error }, error instanceof AppError ? `${what}: ${error.message}` : what);
  process.exit(1);
}

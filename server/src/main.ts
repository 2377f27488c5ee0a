import { AppError } from "@palabre/shared/errors";
import { readConfig, type Config } from "./config.ts";
import { createLog, type Log } from "./log.ts";
import { startServer } from "./start.ts";

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
    const server = await startServer(from, { log: to });
    to.info({ port: server.port, url: server.url }, `Palabre listens on ${server.url}`);
    const stop = (signal: string) => {
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
  } catch (error) {
    fail(to, error, "Palabre could not start");
  }
}

function fail(to: Log, error: unknown, what: string): never {
  // what an AppError says is written for who reads this; the rest is for who repairs it
  to.error({ error }, error instanceof AppError ? `${what}: ${error.message}` : what);
  process.exit(1);
}

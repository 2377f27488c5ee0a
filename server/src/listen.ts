import type { Server } from "node:http";
import { AppError } from "@palabre/shared/errors";

/** Resolves once the server listens. @throws AppError `bad-request` that names the variable to look at */
export async function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const fail = (cause: Error) => reject(new AppError("bad-request", whatToLookAt(cause, port), { cause }));
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      resolve();
    });
  });
}

function whatToLookAt(cause: Error, port: number): string {
  const code = "code" in cause ? cause.code : undefined;
  if (code === "EADDRINUSE") return `PORT ${port} is taken by another program: stop it, or set another one`;
  if (code === "EACCES") return `PORT ${port} may not be opened by this user: set one above 1023`;
  return "HOST is no address of this machine, or has no such name: look at it, or unset it to listen everywhere";
}

/** `@y/websocket-server` with the LevelDB it brings: YPERSISTENCE names the folder. */
import { createServer } from "node:http";
import { setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";

const wss = new WebSocketServer({ noServer: true });
const server = createServer();
wss.on("connection", setupWSConnection);
server.on("upgrade", (request, socket, head) => {
  wss.handleUpgrade(request, socket, head, (webSocket) => void wss.emit("connection", webSocket, request));
});
server.listen(Number(process.env["PORT"]), "127.0.0.1");

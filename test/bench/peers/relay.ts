/** A bare `ws` broadcast: no document, nothing kept. What a server in Node can't be quicker than, if it sends a frame a message. */
import { createServer } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";

const rooms = new Map<string, Set<WebSocket>>();
const wss = new WebSocketServer({ noServer: true, perMessageDeflate: false, clientTracking: false });
const server = createServer();
server.on("upgrade", (request, socket, head) => {
  wss.handleUpgrade(request, socket, head, (webSocket) => {
    const name = request.url ?? "";
    const room = rooms.get(name) ?? new Set();
    rooms.set(name, room.add(webSocket));
    webSocket.on("message", (data) => {
      for (const other of room) if (other !== webSocket) other.send(data, { binary: true });
    });
    webSocket.on("close", () => {
      room.delete(webSocket);
      if (room.size === 0) rooms.delete(name);
    });
  });
});
server.listen(Number(process.env["PORT"]), "127.0.0.1");

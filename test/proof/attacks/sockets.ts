import { connect as connectTcp, type Socket } from "node:net";
import { ask, message, openRaw } from "../../helpers/client.ts";
import { over, open, openUnsynced, pause, type Attack, type Target } from "./target.ts";

const openTcp = (target: Target): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connectTcp(target.server.port, "127.0.0.1", () => resolve(socket));
    socket.on("error", reject);
  });
const openTcps = (target: Target, count: number) => Promise.all(Array.from({ length: count }, () => openTcp(target)));

export const sockets: readonly Attack[] = [
  {
    name: "half-open handshakes, sockets that never speak",
    run: async (target) => {
      const silent = await openTcps(target, 400);
      const halves = await openTcps(target, 400);
      for (const socket of halves)
        socket.write(`GET /sync/${target.board.id}/board HTTP/1.1\r\nHost: x\r\nUpgrade: webs`);
      const mute = await Promise.all(Array.from({ length: 11 }, () => openUnsynced(target)));
      for (let second = 0; second < 4; second += 1) {
        for (const socket of halves) socket.write("o");
        await pause(1_000);
      }
      for (const socket of [...silent, ...halves]) socket.destroy();
      for (const client of mute) client.socket.terminate();
    },
  },
  {
    name: "handshakes that say nonsense",
    run: async (target) => {
      const upgrade = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13";
      const key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";
      const path = `/sync/${target.board.id}/board?session=${target.session}`;
      const heads = [
        `GET ${path} HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n${key}\r\nSec-WebSocket-Protocol: ${" ,".repeat(7_000)}x`,
        `GET ${path} HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n${key}\r\nSec-WebSocket-Extensions: ${"a;".repeat(7_000)}`,
        `GET ${path} HTTP/1.1\r\nHost: x\r\n${upgrade}`,
        `GET /sync/%/board HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n${key}`,
        `GET //x/../..%2f/board?session=%E0%A4%A HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n${key}`,
        `POST ${path} HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n${key}\r\nContent-Length: 100`,
        `GET ${path} HTTP/1.1\r\nHost: x\r\n${upgrade}\r\n${key}\r\nCookie: ${"a=b;".repeat(3_000)}`,
        `GET ${path} HTTP/1.1\r\nHost: x\r\nX: ${"x".repeat(40_000)}`,
      ];
      for (let times = 0; times < 20; times += 1) {
        const all = await openTcps(target, heads.length);
        all.forEach((socket, index) => socket.write(`${heads[index]}\r\n\r\n`));
        await pause(100);
        for (const socket of all) socket.destroy();
      }
    },
  },
  {
    name: "names of JavaScript in every address and body",
    run: async (target) => {
      const { server, session } = target;
      for (const name of ["__proto__", "constructor", "toString", "%00", "..%2f..", "x".repeat(5_000)]) {
        for (const [board, document] of [
          [name, "board"],
          [target.board.id, name],
        ] as const) {
          const client = await openRaw(server, board, document, { session }).catch(() => undefined);
          if (client) await over(client, 1_000);
          client?.socket.terminate();
        }
        const stranger = await openRaw(server, target.board.id, "board", { session: name });
        await over(stranger, 1_000);
        await ask(server, "GET", `/api/boards/${name}`, { session });
        await ask(server, "POST", `/api/boards/${target.board.id}/sessions`, {
          body: `{"secret":"${name}","__proto__":{"role":"facilitator"},"constructor":{"prototype":{}}}`,
        });
        await ask(server, "PATCH", `/api/boards/${target.board.id}/me`, {
          session,
          body: { name, __proto__: { role: 1 } },
        });
        const present = await open(target);
        present.send(
          message(1, message(1, 7, 1, `{"${name}":{"user":1},"__proto__":{"user":{"role":"facilitator"}}}`)),
        );
        await pause(50);
        present.socket.terminate();
      }
    },
  },
  {
    name: "bodies too large, too deep, too slow",
    run: async (target) => {
      const { server } = target;
      const post = (body: string) => ask(server, "POST", "/api/boards", { body }).catch(() => undefined);
      await Promise.all(Array.from({ length: 50 }, () => post(`{"title":${"[".repeat(100_000)}`)));
      await Promise.all(Array.from({ length: 20 }, () => post(`{"title":"${"x".repeat(2 * 2 ** 20)}"}`)));
      await Promise.all(Array.from({ length: 50 }, () => post(`{"title":${"[".repeat(60_000)}${"]".repeat(60_000)}}`)));
      const slow = await openTcps(target, 200);
      for (const socket of slow)
        socket.write("POST /api/boards HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n{");
      for (let second = 0; second < 3; second += 1) {
        for (const socket of slow) socket.write(" ".repeat(10));
        await pause(1_000);
      }
      for (const socket of slow) socket.destroy();
    },
  },
];

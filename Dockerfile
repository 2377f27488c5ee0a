# One server, with the built client. Boards lie in /data, backups may go to /backups; nothing else is written.
ARG NODE=20-slim

FROM node:${NODE} AS manifests
WORKDIR /palabre
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml ./
COPY shared/package.json shared/
COPY server/package.json server/
COPY client/package.json client/
COPY test/package.json test/

FROM manifests AS build
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --filter palabre --filter @palabre/server... --filter @palabre/client...
COPY tsconfig.base.json ./
COPY shared shared
COPY server server
COPY client client
RUN npx tsc -b server && npx vite build client --logLevel warn

# what the server needs to run, without what it is built with
FROM manifests AS packages
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --prod --filter @palabre/server...

FROM node:${NODE}
ENV NODE_ENV=production DATA_DIR=/data PORT=3000
WORKDIR /palabre
COPY --from=packages /palabre ./
COPY --from=build /palabre/shared/dist shared/dist
COPY --from=build /palabre/server/dist server/dist
COPY --from=build /palabre/client/dist client/dist
RUN mkdir /data /backups && chown node:node /data /backups
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=6s --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/dist/main.js"]

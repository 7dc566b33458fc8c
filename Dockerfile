# One image for the API, the projector and the worker: `node bin/annals.mjs start --only api` and so on.
FROM node:22-bookworm-slim AS build
WORKDIR /annals
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build
RUN npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /annals
COPY --from=build /annals/package.json ./
COPY --from=build /annals/node_modules ./node_modules
COPY --from=build /annals/dist ./dist
COPY --from=build /annals/apps/web/dist ./apps/web/dist
COPY --from=build /annals/bin ./bin
RUN mkdir data && chown node:node data
USER node
VOLUME /annals/data
EXPOSE 3000
CMD ["node", "bin/annals.mjs", "start"]

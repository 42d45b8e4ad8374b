# Yihu in one process, for clouds without functions. Build the web client before: npm ci && npm run build.
# It was written for and tried as `npm run server`; the image itself was never built where Yihu is developed.
#
#   docker build -t yihu .
#   docker run --env-file yihu.env -v /srv/yihu/keys:/keys:ro -p 8300:8300 yihu
#
# The server runs as uid 1000 there: the folder of keys and its files belong to that user, and to nobody else.
# What goes into yihu.env stands in functions/server/settings.ts; without it the server says what is missing and ends.
FROM node:24-slim AS packages
WORKDIR /yihu
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /yihu
COPY --from=packages /yihu/node_modules node_modules
COPY package.json ./
COPY forms forms
COPY functions functions
COPY dist/web dist/web
USER node
EXPOSE 8300
# Node itself, not npm: it must get the signal to stop.
CMD ["node", "--disallow-code-generation-from-strings", "functions/server.ts"]

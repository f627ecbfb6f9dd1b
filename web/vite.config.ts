import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// While developing, a running server answers what is not the application's: RAPPEL_URL=http://127.0.0.1:9090 npm run dev
const server = process.env.RAPPEL_URL ?? "http://127.0.0.1:8080";
const proxied = { target: server, changeOrigin: false };

export default defineConfig(({ command, mode }) => ({
  plugins: [react()],
  // The server puts a fresh nonce in the place of this word at every answer.
  html: command === "build" && mode === "production" ? { cspNonce: "%CSP_NONCE%" } : {},
  server: { host: "127.0.0.1", proxy: { "/api": proxied, "/openapi": proxied, "/health": proxied } },
  build: {
    target: "es2022", reportCompressedSize: false, chunkSizeWarningLimit: 800,
    // The customer's page is a page of its own: whoever opens a link on a phone loads no workspace.
    rollupOptions: { input: { main: "index.html", customer: "customer.html" } },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    css: false,
    // One world for the files of a worker: making a new one for each takes longer than the tests.
    isolate: false,
    restoreMocks: true,
    testTimeout: 60_000,
    unstubGlobals: true,
  },
}));

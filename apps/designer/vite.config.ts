import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** In development, calls go on to a server at its usual address. */
const server = "http://127.0.0.1:4280";

export default defineConfig({
  plugins: [react()],
  build: { target: "es2024", sourcemap: true, modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1_600 },
  worker: { format: "es" },
  server: { port: 4282, strictPort: true, proxy: { "/api": { target: server } } },
});
